"""Folders as diffusers saves them: a pipeline with a model_index.json, or one network with a config.json.

Everything is checked before diffusers reads any of it: only known classes, no code, safetensors only, every shard there,
and weights that are what their configuration says.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from engine.errors import BadInput
from engine.models import weights
from engine.models.agreement import disagreement
from engine.models.allowed import (
    COMPONENTS,
    CONTROLNETS,
    CRITICS,
    DENOISERS,
    IMAGE_ENCODERS,
    NETWORKS,
    PIPELINES,
    TEXT_ENCODERS,
    VAES,
)
from engine.models.header import Header, Tensor, damaged
from engine.models.model import Family, Role
from engine.models.nature import channels, transformer_family, unet_family, vae_channels, vae_family

MAX_JSON: Final = 8_000_000
_KEPT: Final = (".json", ".txt", ".model", ".md", ".jinja")
_WEIGHTS: Final = re.compile(
    r"(?:diffusion_pytorch_model|model)(?:\.(?P<variant>\w+))?(?P<shard>-\d{5}-of-\d{5})?\.safetensors", re.ASCII
)
_SCALES: Final[dict[float, Family]] = {0.13025: "sdxl", 0.18215: "sd15", 0.3611: "flux", 1.5305: "sd3"}


@dataclass
class Folder:
    """What a model folder holds. `files` are those that loading needs, relative to `root`."""

    root: Path
    role: Role
    family: Family
    pipeline: str = ""
    channels: int = 0
    variant: str = ""
    files: list[Path] = field(default_factory=list)
    headers: dict[str, Header] = field(default_factory=dict)


def read(root: Path) -> Folder:
    """Raises BadInput for a folder that holds no model, lacks a part, or holds anything that must not be loaded."""
    for path in (*root.glob("*.py"), *root.glob("*/*.py")):
        raise BadInput(
            f"“{root.name}” brings a program of its own, {path.relative_to(root).as_posix()}, which Plantain does not run.",
            "Use a version of this model that diffusers knows by itself.",
        )
    if (root / "model_index.json").is_file():
        return _pipeline(root)
    if (root / "config.json").is_file():
        return _network(root)
    raise BadInput(f"{root} holds no model.", "Name a folder with a model_index.json or a config.json, or a weight file.")


def _pipeline(root: Path) -> Folder:
    index = read_json(root / "model_index.json", root.name)
    name = index.get("_class_name")
    if not isinstance(name, str) or name not in PIPELINES:
        raise BadInput(
            f"“{root.name}” asks for the pipeline {str(name)[:80]}, which is not one that Plantain knows.",
            "Use a model of a listed family; pipelines that bring their own code are never run.",
        )
    parts: dict[str, str] = {}
    for part, entry in index.items():
        if part.startswith("_") or not isinstance(entry, list) or entry == [None, None]:
            continue
        if all(isinstance(one, int) for one in entry):  # a setting of the pipeline's, as Krea 2 has one
            continue
        library, kind = entry if len(entry) == 2 else ("", "")
        if not isinstance(library, str) or not isinstance(kind, str) or kind not in COMPONENTS.get(library, ()):
            raise BadInput(
                f"“{root.name}” asks for {library}.{kind} as its {part}, which is not a class that Plantain knows.",
                "Parts that bring their own code are never loaded; use another version of this model.",
            )
        if not part.isidentifier() or not (root / part).is_dir():
            raise BadInput(f"“{root.name}” lacks its folder “{part}”.", "Download or copy it again.")
        parts[part] = kind
    folder = Folder(root, "pipeline", PIPELINES[name], name, files=_kept(root, Path()))
    networks = {part: weight_sets(root / part, root.name) for part, kind in parts.items() if kind in NETWORKS}
    folder.variant = _variant(networks, root.name)
    for part, kind in parts.items():
        folder.files += _kept(root, Path(part))
        if kind in NETWORKS:
            config, header = _checked(folder, part, networks[part])
            if kind in DENOISERS and part in ("unet", "transformer", "prior", "decoder"):
                shapes = {key: tensor.shape for key, tensor in header.tensors.items()}
                folder.channels = channels(shapes)
                if folder.family == "sd15" and (config.get("cross_attention_dim") == 1024 or unet_family(shapes, {}) == "sd2"):
                    folder.family = "sd2"
    if folder.family == "sdxl" and index.get("requires_aesthetics_score") is True:
        folder.family = "sdxl-refiner"
    return folder


def _network(root: Path) -> Folder:
    config = read_json(root / "config.json", root.name)
    architectures = config.get("architectures")
    kind = config.get("_class_name") or (architectures[0] if isinstance(architectures, list) and architectures else "")
    roles: tuple[tuple[frozenset[str], Role], ...] = (
        (DENOISERS, "transformer"), (VAES, "vae"), (CONTROLNETS, "controlnet"), (TEXT_ENCODERS, "text encoder"),
        (IMAGE_ENCODERS, "image encoder"),
    )  # fmt: skip
    role = next((role for kinds, role in roles if kind in kinds), None)
    if kind in CRITICS:
        raise BadInput(
            f"“{root.name}” is a critic as torch has it; Plantain runs critics from ONNX files.",
            f"Export it: plantain models export-critic {CRITICS[kind]} FOLDER.",
        )
    if role is None:
        raise BadInput(
            f"“{root.name}” holds a {str(kind)[:80]}, which is no network that Plantain knows.", "Use another model."
        )
    folder = Folder(root, role, "unknown", files=_kept(root, Path()))
    choices = weight_sets(root, root.name)
    folder.variant = _variant({"": choices}, root.name)
    config, header = _checked(folder, "", choices)
    shapes = {key: tensor.shape for key, tensor in header.tensors.items()}
    if role in ("transformer", "controlnet"):
        unet = "conv_in.weight" in shapes
        folder.family = unet_family(shapes, {}) if unet else transformer_family(shapes)
        folder.channels = channels(shapes)
    elif role == "vae":
        scale = config.get("scaling_factor")
        family = vae_family(shapes)
        folder.family = _SCALES.get(scale, family) if family == "unknown" and isinstance(scale, float) else family
        folder.channels = vae_channels(shapes) or 0
    return folder


def denoiser_files(root: Path) -> list[Path]:
    """The weight files of the network that draws, in a folder that `read` has found sound."""
    found = read(root)
    drawing = [file for file in found.headers if file.startswith(("unet/", "transformer/"))]
    return [root / file for file in drawing or found.headers]


def read_json(path: Path, name: str) -> dict[str, Any]:
    """A small JSON object. Raises BadInput for what is too long, no object, or asks for code from elsewhere."""
    try:
        if path.stat().st_size > MAX_JSON:
            raise damaged(name, f"{path.name} is too long")
        value = json.loads(path.read_bytes())
    except FileNotFoundError:
        raise BadInput(f"“{name}” lacks {path.parent.name}/{path.name}.", "Download or copy it again.") from None
    except (ValueError, RecursionError) as error:
        raise damaged(name, f"{path.parent.name}/{path.name} is no JSON") from error
    except OSError as error:
        raise BadInput(f"{path} cannot be read ({error}).", "Check that the disk is connected.") from error
    if not isinstance(value, dict):
        raise damaged(name, f"{path.parent.name}/{path.name} is no JSON object")
    for key in ("auto_map", "custom_pipelines", "trust_remote_code"):
        if value.get(key):
            raise BadInput(
                f"“{name}” asks to run code that is not part of diffusers ({key} in {path.parent.name}/{path.name}).",
                "Plantain never runs a model's own code; use a version without it.",
            )
    return value


def _kept(root: Path, part: Path) -> list[Path]:
    """The small files of a part: configurations, tokenizers, licence. Indexes of weights are added with the weights."""
    folder = root / part
    found = sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))
    for path in found:
        if path.suffix == ".json" and path.stat().st_size <= MAX_JSON and "config" in path.name:
            read_json(path, root.name)
    kept = (path for path in found if path.suffix.lower() in _KEPT or path.stem.upper().startswith("LICEN"))
    return [part / path.name for path in kept if ".index." not in path.name]


def weight_sets(folder: Path, name: str) -> dict[str, list[str]]:
    """The complete sets of weights of a network by variant: file names, an index first. Raises BadInput where a shard is
    missing, or where there are only pickles."""
    sets: dict[str, list[str]] = {}
    sharded: set[str] = set()
    for path in sorted(folder.iterdir()):
        if match := _WEIGHTS.fullmatch(path.name):
            variant = match["variant"] or ""
            sets.setdefault(variant, []).append(path.name)
            if match["shard"]:
                sharded.add(variant)
    for path in folder.glob("*.safetensors.index*.json"):
        variant = path.name.removesuffix(".json").partition(".safetensors.index")[2].removeprefix(".")
        sets[variant] = [path.name, *_shards(path, name)]
        sharded.discard(variant)
    if sharded:
        raise BadInput(f"“{name}” lacks the index of the weights in “{folder.name}”.", "Download or copy it again.")
    if not sets:
        for path in sorted(folder.iterdir()):
            if path.suffix.lower() in weights.PICKLED:
                weights.refuse_pickle(path, b"")
        raise BadInput(f"“{name}” has no weights in “{folder.name}”.", "Download or copy it again.")
    return sets


def _shards(index: Path, name: str) -> list[str]:
    listed = read_json(index, name).get("weight_map")
    if not isinstance(listed, dict) or not listed or not all(isinstance(shard, str) for shard in listed.values()):
        raise damaged(name, f"{index.parent.name}/{index.name} lists no weights")
    shards = sorted(set(listed.values()))
    if wrong := next((shard for shard in shards if Path(shard).name != shard or not shard.endswith(".safetensors")), ""):
        raise BadInput(f"“{name}” wants weights from {wrong[:80]}.", "Only .safetensors files in the model's folder are read.")
    if missing := [shard for shard in shards if not (index.parent / shard).is_file()]:
        raise BadInput(
            f"“{name}” lacks {len(missing)} of {len(shards)} weight files in “{index.parent.name}”: {', '.join(missing[:3])}.",
            "Download or copy the missing files.",
        )
    return shards


def _variant(networks: dict[str, dict[str, list[str]]], name: str) -> str:
    """The plain weights where every network has them, else the variant that completes them."""
    lacking = [sets for sets in networks.values() if "" not in sets]
    if not lacking:
        return ""
    common = sorted(set.intersection(*(set(sets) for sets in lacking)))
    if not common:
        raise BadInput(f"“{name}” has no set of weights for all its parts.", "Download or copy it again.")
    return "fp16" if "fp16" in common else common[0]


def _checked(folder: Folder, part: str, choices: dict[str, list[str]]) -> tuple[dict[str, Any], Header]:
    """The configuration of a network and the header of all its weights, after both were compared."""
    place, name = folder.root / part, folder.root.name
    config = read_json(place / "config.json", name)
    tensors: dict[str, Tensor] = {}
    for file in choices.get(folder.variant, choices.get("", [])):
        folder.files.append(Path(part) / file)
        if file.endswith(".safetensors"):
            header = folder.headers[(Path(part) / file).as_posix()] = weights.read(place / file)
            tensors |= header.tensors
    if reason := disagreement(config, {key: tensor.shape for key, tensor in tensors.items()}):
        raise BadInput(
            f"“{name}”: the weights in “{place.name}” are not those of its config.json ({reason}).",
            "Put the configuration and the weights of one model together.",
        )
    return config, Header(tensors)
