"""The heavy networks of a diffusers pipeline run by ONNX Runtime: the pipeline calls them as before and notices nothing.

Each network keeps its face (configuration, dtype, shapes of its weights) and loses its weights; its `forward` is a session.
A network is exported the first time it is called in a way for which there is no file yet.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, Final

import numpy as np

from engine import sessions
from engine.errors import BadInput, EngineFailure
from engine.renderers.diffusion.loading import first_line
from engine.renderers.onnx.export import Answer, Call, export

PARTS: Final = ("text_encoder", "text_encoder_2", "text_encoder_3", "image_encoder", "controlnet", "unet", "transformer")


def networks(components: Mapping[str, Any]) -> dict[str, Any]:
    """A pipeline's heavy networks by name. A VAE that works through a picture with a memory of its own stays in torch."""
    found = {name: components.get(name) for name in PARTS}
    for half in ("encoder", "decoder"):
        network = getattr(components["vae"], half, None)
        if network is not None and "feat_cache" not in inspect.signature(network.forward).parameters:
            found[f"vae_{half}"] = network
    return {name: network for name, network in found.items() if network is not None}


def hand_over(
    components: Mapping[str, Any], folder: Path, again: Callable[[], Mapping[str, Any]], tell: Callable[[str], None]
) -> None:
    """Let ONNX Runtime run a pipeline's networks. Their files lie in `folder`, exported there where they are missing.

    `again()` loads the same components once more, for a network that is to be exported after its weights have been let go.
    """
    for name, network in networks(components).items():
        network.forward = Handed(name, network, folder, partial(_one, again, name), tell)


def _one(again: Callable[[], Mapping[str, Any]], name: str) -> Any:
    return networks(again())[name]


class Handed:
    """A network's `forward`, carried out by ONNX Runtime."""

    def __init__(self, name: str, network: Any, folder: Path, again: Callable[[], Any], tell: Callable[[str], None]) -> None:
        self._name, self._network, self._folder, self._again, self._tell = name, network, folder, again, tell
        self._forward = network.forward
        self._whole = True
        self._open: dict[str, tuple[Any, Answer]] = {}
        self._provider = sessions.provider()

    def __call__(self, *args: Any, **named: Any) -> Any:
        import torch

        call = Call.of(args, named)
        session, answer = self._open.get(call.signature) or self._opened(call)
        inputs = {i.name: t.detach().cpu().numpy() for i, t in zip(session.get_inputs(), _used(session, call), strict=True)}
        try:
            outputs = session.run(None, inputs)
        except sessions.faults() as error:
            raise EngineFailure(
                f"ONNX Runtime stopped in the {self._label} ({first_line(error)}).",
                f"Delete {self._folder} to have it exported anew.",
            ) from error
        return answer.of([torch.from_numpy(np.ascontiguousarray(output)) for output in outputs])

    @property
    def _label(self) -> str:
        return self._name.replace("_", " ")

    def _opened(self, call: Call) -> tuple[Any, Answer]:
        import torch

        folder = self._folder / f"{self._name}-{call.signature}"
        if not (folder / "call.json").is_file():
            self._tell(f"The {self._label} is made ready for ONNX Runtime. This is done once for a model.")
            network = self._network if self._whole else self._again()
            try:
                export(self._forward if self._whole else network.forward, network, call, folder)
            except torch.onnx.OnnxExporterError as error:
                raise BadInput(
                    f"The {self._label} of this model cannot be exported to ONNX ({first_line(error.__cause__ or error)}).",
                    "Use the renderer diffusion for it.",
                ) from error
        opened = self._session(folder / "model.onnx"), Answer.read(folder)
        self._open[call.signature] = opened
        self._let_go()
        return opened

    def _session(self, file: Path) -> Any:
        try:
            return sessions.opened(file, self._provider)
        except sessions.faults() as error:
            raise EngineFailure(
                f"The {self._label} cannot be opened by ONNX Runtime ({first_line(error)}).",
                f"Delete {file.parent} to have it exported anew.",
            ) from error

    def _let_go(self) -> None:
        """Frees the weights: each parameter keeps its shape and is a single zero."""
        import torch

        if self._whole:
            for weight in self._network.parameters():
                weight.data = torch.zeros(1, dtype=weight.dtype).expand(weight.shape)
            self._whole = False


def _used(session: Any, call: Call) -> list[Any]:
    """The call's tensors that the session takes: one that the network never looked at has no input."""
    wanted = {i.name for i in session.get_inputs()}
    return [tensor for n, tensor in enumerate(call.tensors) if f"tensors_{n}" in wanted]
