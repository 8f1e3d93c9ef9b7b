"""The heavy networks of a diffusers pipeline run by ONNX Runtime: the pipeline calls them as before and notices nothing.

Each network keeps its face (configuration, dtype, shapes of its weights) and has no weights; its `forward` is a session.
Weights are read when a network is called in a way for which there is no file yet, to export it, or where torch must run it; a
file is used where it answers the call that it was made from as torch does.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, Final

import numpy as np

from engine import sessions
from engine.errors import EngineFailure, first_line
from engine.renderers.onnx.asked import Asked
from engine.renderers.onnx.conditions import meet
from engine.renderers.onnx.export import WHOLE, Call, Written, export
from engine.renderers.onnx.plain import plain

PARTS: Final = ("text_encoder", "text_encoder_2", "text_encoder_3", "image_encoder", "controlnet", "unet", "transformer")
UNABLE: Final = "unable.txt"
EXACT, HALF = 1e-3, 2e-2
"""By how much of its length an answer may differ from torch's, in full and in half precision."""


def networks(components: Mapping[str, Any]) -> dict[str, Any]:
    """A pipeline's heavy networks by name."""
    found = {name: components.get(name) for name in PARTS}
    for half in ("encoder", "decoder"):
        found[f"vae_{half}"] = getattr(components["vae"], half, None)
    return {name: network for name, network in found.items() if network is not None}


def hand_over(
    components: Mapping[str, Any],
    folder: Callable[[str], Path],
    read: Callable[[str], Mapping[str, Any]],
    tell: Callable[[str], None],
    runs_on: str,
) -> None:
    """Let ONNX Runtime run a pipeline's networks on the provider; weights that they have are freed.

    The files of the network `name` lie in `folder(name)`, exported there where they are missing. `read(name)` gives the
    components anew, that network with its weights.
    """
    for name, network in networks(components).items():
        empty(network)
        network.forward = Handed(name, network, folder(name), partial(_one, read, name), tell, runs_on)


def _one(read: Callable[[str], Mapping[str, Any]], name: str) -> Any:
    return networks(read(name))[name]


def empty(network: Any) -> None:
    """Takes a network's weights away: each parameter keeps its shape and is a single zero."""
    import torch

    for module in network.modules():
        for name, weight in module.named_parameters(recurse=False):
            nothing = torch.zeros((), dtype=weight.dtype).expand(weight.shape)
            module.register_parameter(name, torch.nn.Parameter(nothing, requires_grad=False))


class Handed:
    """A network's `forward`, carried out by ONNX Runtime; by torch where the network cannot be exported.

    `read()` gives the network as it was, with its weights.
    """

    def __init__(
        self,
        name: str,
        network: Any,
        folder: Path,
        read: Callable[[], Any],
        tell: Callable[[str], None],
        runs_on: str = sessions.CPU,
    ) -> None:
        self._name, self._network, self._folder, self._read, self._tell = name, network, folder, read, tell
        self._runs_on = runs_on
        self._whole: Any = None
        self._torchs = False
        self._files: dict[Path, File] = {}

    def __call__(self, *args: Any, **named: Any) -> Any:
        asked = plain(self._network, args, named) or Asked(_itself, {"args": args, "named": named}, lambda found: found)
        call = Call.of((), asked.inputs)
        file = self._file(call) or self._exported(asked, call)
        if file is None:
            self._torchs = True
            return self._with_weights().forward(*args, **named)
        if not self._torchs:
            self._whole = None
        return asked.answer(file.run(call))

    def _with_weights(self) -> Any:
        self._whole = self._whole or self._read()
        return self._whole

    def _file(self, call: Call) -> File | None:
        """The file that is there for the call."""
        for made in sorted(self._folder.glob(f"{self._kind(call)}-*/{WHOLE}")):
            file = self._files.get(made.parent) or self._opened(made.parent)
            if file.holds(call):
                return file
        return None

    def _exported(self, asked: Asked, call: Call) -> File | None:
        """A new file for the call, for all sizes if there can be one, else for its own; None where torch must answer it.

        The latter is noted in the folder, so that it is tried and told once.
        """
        kind = self._kind(call)
        unable = self._folder / f"{kind}-{UNABLE}"
        if unable.is_file():
            return None
        there = [file for folder, file in self._files.items() if folder.name.startswith(f"{kind}-")]
        if there:
            self._tell(f"The {self._label} is made ready for ONNX Runtime once more, for another size.")
        else:
            self._tell(f"The {self._label} is made ready for ONNX Runtime. This is done once for a model.")
        fault = ""
        for sized in [True] if any(file.written.sized for file in there) else [False, True]:
            folder = self._folder / f"{kind}-{call.size}"
            fault = self._fault(asked, call, folder, sized=sized)
            if not fault:
                return self._opened(folder)
        self._folder.mkdir(parents=True, exist_ok=True)
        unable.write_text(fault, "utf-8")
        self._tell(f"The {self._label} of this model cannot be exported to ONNX ({fault}), so torch runs it.")
        return None

    def _fault(self, asked: Asked, call: Call, folder: Path, *, sized: bool) -> str:
        """Why there can be no file, "" where there is one."""
        import torch

        network = self._with_weights()
        forward = partial(asked.forward, network)
        with torch.no_grad():
            # Before tracing, which would else fill what the network caches with tensors that hold nothing.
            expected = Call.of((forward(**asked.inputs),), {}).tensors
        try:
            export(forward, network, call, folder, sized=sized)
        except torch.onnx.OnnxExporterError as error:
            return first_line(error.__cause__ or error)
        file = File(folder, self._label, self._runs_on)
        found = Call.of((file.run(call),), {}).tensors
        off = max((float((a - b).norm() / a.norm().clamp(min=1e-6)) for a, b in zip(expected, found, strict=True)), default=0.0)
        exact = all(tensor.dtype == torch.float32 for tensor in expected)
        if file.holds(call) and off < (EXACT if exact else HALF):
            return ""
        (folder / WHOLE).unlink()
        return f"it would answer {off:.0%} differently"

    def _opened(self, folder: Path) -> File:
        return self._files.setdefault(folder, File(folder, self._label, self._runs_on))

    def _kind(self, call: Call) -> str:
        return f"{self._name}-{call.signature}"

    @property
    def _label(self) -> str:
        return self._name.replace("_", " ")


def _itself(network: Any, args: tuple[Any, ...], named: dict[str, Any]) -> Any:
    return network.forward(*args, **named)


class File:
    """An exported network, opened when it is first run."""

    def __init__(self, folder: Path, label: str, runs_on: str) -> None:
        self._folder, self._label, self._runs_on = folder, label, runs_on
        self.written = Written.read(folder)
        self._opened: Any = None

    def holds(self, call: Call) -> bool:
        """Whether the call has the sizes that the file is for."""
        return meet(call.shapes, self.written.conditions)

    def run(self, call: Call) -> Any:
        """What the network answers, in torch's tensors."""
        import torch

        session = self._session()
        wanted = {one.name for one in session.get_inputs()}
        inputs = {
            f"tensors_{number}": tensor.detach().cpu().numpy()
            for number, tensor in enumerate(call.tensors)
            if f"tensors_{number}" in wanted  # none for one that the network never looked at
        }
        try:
            outputs = session.run(None, inputs)
        except sessions.faults() as error:
            raise EngineFailure(
                f"ONNX Runtime stopped in the {self._label} ({first_line(error)}).",
                f"Delete {self._folder} to have it exported anew.",
            ) from error
        return self.written.answer([torch.from_numpy(np.ascontiguousarray(output)) for output in outputs])

    def _session(self) -> Any:
        try:
            self._opened = self._opened or sessions.opened(self._folder / "model.onnx", self._runs_on)
        except sessions.faults() as error:
            raise EngineFailure(
                f"The {self._label} cannot be opened by ONNX Runtime ({first_line(error)}).",
                f"Delete {self._folder} to have it exported anew.",
            ) from error
        return self._opened
