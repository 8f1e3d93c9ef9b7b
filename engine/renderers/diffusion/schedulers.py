"""Schedulers by the names that people know them by, for the families that leave the choice."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from engine.errors import BadInput
from engine.renderers.diffusion.families import Solver
from engine.renderers.diffusion.loading import Loaded, diffusers

_DPM: Final = "DPMSolverMultistepScheduler"
_PLAIN: Final = {"use_karras_sigmas": False, "use_exponential_sigmas": False, "use_beta_sigmas": False}
_KARRAS: Final = {**_PLAIN, "use_karras_sigmas": True}
NAMES: Final[Mapping[Solver, Mapping[str, tuple[str, dict[str, Any]]]]] = {
    "noise": {
        "euler": ("EulerDiscreteScheduler", {}),
        "euler a": ("EulerAncestralDiscreteScheduler", {}),
        "euler karras": ("EulerDiscreteScheduler", _KARRAS),
        "heun": ("HeunDiscreteScheduler", {}),
        "lms": ("LMSDiscreteScheduler", {}),
        "ddim": ("DDIMScheduler", {}),
        "ddpm": ("DDPMScheduler", {}),
        "pndm": ("PNDMScheduler", {}),
        "unipc": ("UniPCMultistepScheduler", {}),
        "lcm": ("LCMScheduler", {}),
        "tcd": ("TCDScheduler", {}),
        "dpm2": ("KDPM2DiscreteScheduler", {}),
        "dpm2 a": ("KDPM2AncestralDiscreteScheduler", {}),
        "dpm++ 2s": ("DPMSolverSinglestepScheduler", {}),
        "dpm++ 2m": (_DPM, {}),
        "dpm++ 2m karras": (_DPM, _KARRAS),
        "dpm++ 2m sde": (_DPM, {"algorithm_type": "sde-dpmsolver++"}),
        "dpm++ 2m sde karras": (_DPM, {"algorithm_type": "sde-dpmsolver++", **_KARRAS}),
        "deis": ("DEISMultistepScheduler", {}),
    },
    "flow": {
        "euler": ("FlowMatchEulerDiscreteScheduler", {}),
        "euler karras": ("FlowMatchEulerDiscreteScheduler", _KARRAS),
        "euler beta": ("FlowMatchEulerDiscreteScheduler", {**_PLAIN, "use_beta_sigmas": True}),
    },
    "own": {},
}


def scheduler(loaded: Loaded, name: str) -> Any:
    """A fresh scheduler: the model's own, or `name` with the model's own noise schedule. BadInput where it does not fit."""
    own = loaded.scheduler
    if not name:
        return type(own).from_config(own.config)
    known = NAMES[loaded.traits.solver]
    found = next((one for spelt, one in known.items() if _plain(spelt) == _plain(name)), None)
    if found is None:
        names = ", ".join(known) or "its own alone: leave --scheduler out"
        raise BadInput(f"{loaded.model.name} has no scheduler {name!r}.", f"It takes {names}.")
    kind, settings = found
    return getattr(diffusers(), kind).from_config(own.config, **settings)


def _plain(name: str) -> str:
    """The name as all write it: ComfyUI's dpmpp_2m, InvokeAI's dpmpp_2m_k and A1111's DPM++ 2M Karras alike."""
    words = re.sub(r"[_\s]+", " ", name.lower()).strip()
    for theirs, ours in (("dpmpp", "dpm++"), ("kdpm", "dpm"), (r"\bancestral\b", "a"), (r" k$", " karras")):
        words = re.sub(theirs, ours, words)
    return words.replace(" ", "")
