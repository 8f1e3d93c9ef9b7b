"""A pipeline's heavy networks without their weights: made from their configurations, and no file of weights is opened."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from engine.models import Model, library, weights
from engine.models.configs import config_folder
from engine.renderers.diffusion.devices import Precision
from engine.renderers.diffusion.loading import diffusers, dtype, said, told
from engine.renderers.onnx.networks import PARTS, empty


def faces(model: Model, base: Model | None, precision: Precision) -> dict[str, Any]:
    """The networks of the model's pipeline by name, the VAE excepted, of which the pipeline runs a little itself."""
    folder = model.file if model.role == "pipeline" else config_folder(library(), model) or (base.file if base else None)
    if folder is None or not folder.exists():
        return {}
    with told(model):
        index = diffusers().DiffusionPipeline.load_config(folder, local_files_only=True)
        classes = {part: _class(*index[part]) for part in PARTS if part in index}
        found = {part: face(own, folder / part, precision) for part, own in classes.items() if own is not None}
        for part in {"unet", "transformer"} & found.keys() if model.role != "pipeline" else ():
            if model.layout == "folder":
                found[part] = face(classes[part], model.file, precision)
            else:
                known = said(model, weights.read(model.file))
                found[part] = face(classes[part], folder / part, precision, **known)
        return found


def face(own: Any, folder: Path, precision: Precision, **known: Any) -> Any:
    """A network of the class `own`, of diffusers' or transformers', as the folder's configuration says, but for what is
    `known` better."""
    from accelerate import init_empty_weights

    with init_empty_weights():
        if hasattr(own, "load_config"):
            config = own.load_config(folder, local_files_only=True)
            network = own.from_config(config | {key: value for key, value in known.items() if key in config})
        else:
            network = own(own.config_class.from_pretrained(folder, local_files_only=True))
    empty(network.to(dtype(precision)).eval())
    return network


def _class(package: str | None, name: str | None) -> Any:
    """The class that model_index.json names; None for one that is neither of diffusers' nor of transformers'."""
    import transformers

    packages = {"diffusers": diffusers(), "transformers": transformers}
    return getattr(packages[package], name or "", None) if package in packages else None
