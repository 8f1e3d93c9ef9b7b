"""The heavy networks of a diffusers pipeline run by ONNX Runtime: the pipeline calls them as before and notices nothing.

Each network keeps its face (configuration, dtype, shapes of its weights) and loses its weights; its `forward` is a session.
A network is exported the first time it is called in a way for which there is no file yet, and the file is used where it answers
that call as torch does.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, Final

import numpy as np

from engine import sessions
from engine.errors import EngineFailure, first_line
from engine.renderers.onnx.export import WHOLE, Answer, Call, export

PARTS: Final = ("text_encoder", "text_encoder_2", "text_encoder_3", "image_encoder", "controlnet", "unet", "transformer")
UNABLE: Final = "unable.txt"
EXACT, HALF = 1e-3, 2e-2
"""By how much of its length an answer may differ from torch's, in full and in half precision."""


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
    """A network's `forward`, carried out by ONNX Runtime; by torch, as before, where the network cannot be exported."""

    def __init__(self, name: str, network: Any, folder: Path, again: Callable[[], Any], tell: Callable[[str], None]) -> None:
        self._name, self._network, self._folder, self._again, self._tell = name, network, folder, again, tell
        self._forward = network.forward
        self._whole = True
        self._open: dict[str, tuple[Any, Answer]] = {}
        self._provider = sessions.provider()

    def __call__(self, *args: Any, **named: Any) -> Any:
        call = Call.of(args, named)
        opened = self._opened(call)
        if opened is None:
            return self._forward(*args, **named)
        session, answer = opened
        return answer.of(self._run(session, call))

    def _run(self, session: Any, call: Call) -> list[Any]:
        """What ONNX Runtime answers, as torch's tensors."""
        import torch

        inputs = {i.name: t.detach().cpu().numpy() for i, t in zip(session.get_inputs(), _used(session, call), strict=True)}
        try:
            outputs = session.run(None, inputs)
        except sessions.faults() as error:
            raise EngineFailure(
                f"ONNX Runtime stopped in the {self._label} ({first_line(error)}).",
                f"Delete {self._folder} to have it exported anew.",
            ) from error
        return [torch.from_numpy(np.ascontiguousarray(output)) for output in outputs]

    @property
    def _label(self) -> str:
        return self._name.replace("_", " ")

    def _opened(self, call: Call) -> tuple[Any, Answer] | None:
        """The call's session, of a file for all sizes if there can be one, else for this size; None where torch must do it."""
        for kind, sized in ((call.signature, False), (call.size, True)):
            folder = self._folder / f"{self._name}-{kind}"
            if kind not in self._open and ((folder / WHOLE).is_file() or self._exported(call, folder, sized)):
                self._open[kind] = self._session(folder / "model.onnx"), Answer.read(folder)
                self._let_go()
            if kind in self._open and _fits(self._open[kind][0], call):
                return self._open[kind]
        if not self._whole:
            self._network.load_state_dict(self._again().state_dict(), assign=True)
            self._whole = True
        return None

    def _exported(self, call: Call, folder: Path, sized: bool) -> bool:
        """Whether the network could be written and answers this call as torch does. Where not, that is noted in the folder, so
        that it is tried and told once."""
        if (folder / UNABLE).is_file():
            return False
        if not sized:
            self._tell(f"The {self._label} is made ready for ONNX Runtime. This is done once for a model.")
        network = self._network if self._whole else self._again()
        forward = self._forward if self._whole else network.forward
        fault = self._fault(forward, network, call, folder, sized)
        if fault:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / WHOLE).unlink(missing_ok=True)
            (folder / UNABLE).write_text(fault, "utf-8")
            if sized:
                self._tell(f"The {self._label} of this model cannot be exported to ONNX ({fault}), so torch runs it.")
        return not fault

    def _fault(self, forward: Any, network: Any, call: Call, folder: Path, sized: bool) -> str:
        """Why there can be no file, "" where there is one."""
        import torch

        args, named = call.arguments(call.tensors)
        with torch.no_grad():
            # Before tracing, which would else fill what the network caches with tensors that hold nothing.
            asked = Call.of((forward(*args, **named),), {}).tensors
        try:
            export(forward, network, call, folder, sized=sized)
        except torch.onnx.OnnxExporterError as error:
            return first_line(error.__cause__ or error)
        found = self._run(self._session(folder / "model.onnx"), call)
        off = max((float((a - b).norm() / a.norm().clamp(min=1e-6)) for a, b in zip(asked, found, strict=True)), default=0.0)
        exact = all(tensor.dtype == torch.float32 for tensor in asked)
        return "" if off < (EXACT if exact else HALF) else f"it would answer {off:.0%} differently"

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


def _fits(session: Any, call: Call) -> bool:
    """Whether the call has the sizes that tracing found fixed."""
    sizes = zip((i.shape for i in session.get_inputs()), (tensor.shape for tensor in _used(session, call)), strict=True)
    return all(not isinstance(a, int) or a == b for wanted, given in sizes for a, b in zip(wanted, given, strict=True))


def _used(session: Any, call: Call) -> list[Any]:
    """The call's tensors that the session takes: one that the network never looked at has no input."""
    wanted = {i.name for i in session.get_inputs()}
    return [tensor for n, tensor in enumerate(call.tensors) if f"tensors_{n}" in wanted]
