"""The parser. Importing this costs nothing heavy, so that help is instant."""

from __future__ import annotations

import argparse
import math
from typing import NoReturn

from engine.canvas import ASPECTS, SIZES

SIGNALS = ("depth", "edges", "pose")
CRITICS = ("owlv2", "siglip2", "dinov2", "easyocr")
STEPS = "denoising steps (as many as the model usually takes; a Turbo or Lightning file that does not say so: 6, --guidance 1)"
PROMPT = "what the picture shows; @FILE.json reads a brief, - reads standard input"


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.exit(2, f"plantain: {message}. See {self.prog} --help.\n")


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    top = _Parser(
        prog="plantain",
        description="Plans, renders, checks and fixes pictures, offline.",
        epilog="Without a command, or with `plantain open FILE…`, the window opens.",
        allow_abbrev=False,
    )
    commands = top.add_subparsers(title="commands", metavar="", parser_class=_Parser)

    plan = _command(commands, "plan", "show the plan made from a prompt")
    plan.add_argument("prompt", help=PROMPT)
    _canvas(plan)
    _json(plan)

    render = _command(commands, "render", "make a picture, checked against its plan")
    render.add_argument("prompt", help=PROMPT)
    _output(render)
    _making(render)

    check = _command(commands, "check", "check any picture against a prompt or a plan")
    _picture(check)
    _canvas(check)
    _asking(check)
    _json(check)

    fix = _command(commands, "fix", "repair what is wrong in a picture, and only that")
    _picture(fix)
    fix.add_argument("--region", type=_region, metavar="X0,Y0,X1,Y1", help="where to look and mend, in 0..1 from the top left")
    _output(fix)
    _making(fix)

    inspect = _command(commands, "inspect", "show what a picture file says about its origin")
    inspect.add_argument("image")
    _json(inspect)

    batch = _command(commands, "batch", "render every row of a CSV file (a column `prompt`, others as the options)")
    batch.add_argument("briefs", metavar="BRIEFS.csv")
    batch.add_argument("-o", "--output", required=True, metavar="DIR", help="the folder for the pictures; made if need be")
    _making(batch)

    _models(_command(commands, "models", "list, import, download, describe, verify and remove models"))

    bench = _command(commands, "bench", "measure this installation on the shipped briefs")
    bench.add_argument("--critics", action="store_true", help="damage pictures in known ways instead, and ask the critics")
    bench.add_argument("--loop", action="store_true", help="the same faults handed to the loop: how many it repairs")
    bench.add_argument("--only", metavar="ID", action="append", default=[], help="only this brief or kind (repeatable)")
    bench.add_argument("--size", choices=list(SIZES), help="1k unless given; with --window 2k")
    bench.add_argument("--keep", metavar="DIR", help="keep the pictures, or those of the critics' misses, in this folder")
    bench.add_argument("--write", metavar="FILE", help="with --critics: how often a verdict was right, as TOML")
    bench.add_argument("--window", action="store_true", help="measure the window instead: start-up, stalls, frames, memory")
    _json(bench)

    doctor = _command(commands, "doctor", "show the hardware, renderers, critics and fonts found here")
    _json(doctor)
    return top


def _command(commands: argparse._SubParsersAction[_Parser], name: str, text: str) -> _Parser:
    command = commands.add_parser(name, help=text, description=text[0].upper() + text[1:] + ".", allow_abbrev=False)
    command.set_defaults(command=name)
    return command


def _models(models: _Parser) -> None:
    actions = models.add_subparsers(title="actions", metavar="", parser_class=_Parser, dest="action", required=True)

    listing = _action(actions, "list", "show the models in the library and in shared folders")
    listing.add_argument("--catalogue", action="store_true", help="those that can be downloaded, with their licences")
    _json(listing)

    importing = _action(actions, "import", "copy models into the library, or show another program's")
    importing.add_argument(
        "paths", nargs="+", metavar="PATH", help="a .safetensors or .gguf file, or a folder of diffusers or of a critic"
    )
    importing.add_argument("--share", action="store_true", help="PATH is a folder of ComfyUI, A1111 or InvokeAI; only look")

    exporting = _action(actions, "export-critic", "bring a critic: export its networks to ONNX, into the library")
    exporting.add_argument("kind", choices=CRITICS, metavar="KIND", help=", ".join(CRITICS))
    exporting.add_argument("source", metavar="SOURCE", help="its folder as its makers publish it (safetensors)")
    exporting.add_argument("--lang", action="append", default=[], metavar="L", help="a language it is to read (repeatable)")

    download = _action(actions, "download", "fetch a model of the catalogue, once its licence is accepted")
    download.add_argument("entry", metavar="ID", help="its id: plantain models list --catalogue")
    download.add_argument("--accept", action="store_true", help="accept the licence that is shown")
    download.add_argument("--mirror", metavar="URL", default="", help="fetch it from this address instead of its own")

    accept = _action(actions, "accept", "accept the licence of a model, which is shown")
    accept.add_argument("model", metavar="MODEL", help="its id, name or path")

    card = _action(actions, "card", "show a model's card: family, size, hash, origin, licence")
    card.add_argument("model", metavar="MODEL", help="its id, name or path, or an id of the catalogue")
    _json(card)

    verify = _action(actions, "verify", "read every byte again and compare; all models unless some are named")
    verify.add_argument("models", nargs="*", metavar="MODEL")

    remove = _action(actions, "remove", "delete models from the library, or stop showing a shared folder")
    remove.add_argument("models", nargs="+", metavar="MODEL")


def _action(actions: argparse._SubParsersAction[_Parser], name: str, text: str) -> _Parser:
    return actions.add_parser(name, help=text, description=text[0].upper() + text[1:] + ".", allow_abbrev=False)


def _json(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help="print JSON")


def _output(command: argparse.ArgumentParser) -> None:
    command.add_argument("-o", "--output", required=True, metavar="OUT", help="the picture: .png, .jpg, .webp or .tiff")


def _picture(command: argparse.ArgumentParser) -> None:
    command.add_argument("image")
    wanted = command.add_mutually_exclusive_group()
    wanted.add_argument("--prompt", metavar="P", help=PROMPT)
    wanted.add_argument("--plan", metavar="FILE", help="a plan as JSON (default: the plan stored in the picture)")


def _canvas(command: argparse.ArgumentParser) -> None:
    command.add_argument("--aspect", metavar="W:H", help=f"one of {' '.join(ASPECTS)}")
    command.add_argument("--size", metavar="S", help=f"one of {' '.join(SIZES)}")
    command.add_argument("--brand", metavar="FILE", help="a brand kit as JSON: name, colors (by name), font and logo (files)")


def _asking(command: argparse.ArgumentParser) -> None:
    command.add_argument("--opinion", metavar="URL", help="ask the model at this local address about what nothing can measure")
    command.add_argument("--opinion-model", metavar="NAME", help="the name by which that server knows the model")


def _making(command: argparse.ArgumentParser) -> None:
    _canvas(command)
    _asking(command)
    command.add_argument("--quality", choices=["fast", "balanced", "pro"])
    command.add_argument("--seed", type=_seed, metavar="N", help="0 unless given; the same seed makes the same picture")
    command.add_argument("--renderer", choices=["auto", "studio", "diffusion", "onnx"])
    command.add_argument("--model", metavar="ID", help="the model of a diffusion renderer")
    command.add_argument("--steps", type=_up_to_1000, metavar="N", help=STEPS)
    command.add_argument("--guidance", type=_guidance, metavar="G", help="guidance scale (what the model usually takes)")
    command.add_argument("--scheduler", metavar="NAME", help="euler a, dpm++ 2m karras, unipc, ddim, lcm … where it fits")
    command.add_argument("--negative", metavar="TEXT", help="what should not be there, for models that are told that")
    command.add_argument("--lora", action="append", type=_lora, metavar="ID[:WEIGHT]", help="a LoRA to add (repeatable)")
    command.add_argument("--controlnet", type=_controlnet, metavar="ID[:KIND]", help="it follows depth (or edges, or pose)")
    command.add_argument("--reference", action="append", metavar="FILE", help="a picture to use (repeatable)")
    command.add_argument("--max-rounds", type=_up_to_1000, metavar="N", help="at most this many renders (8)")
    command.add_argument("--max-seconds", type=_seconds, metavar="S", help="start no new round after this (600)")
    command.add_argument("--report", metavar="FILE.json", help="write the trace")
    command.add_argument("--stand-ins", action="store_true", help="draw labelled stand-ins for what cannot be drawn")
    command.add_argument("--quiet", action="store_true", help="no progress")


def _region(text: str) -> tuple[float, float, float, float]:
    try:
        x0, y0, x1, y1 = (float(part) for part in text.split(","))
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not four numbers X0,Y0,X1,Y1") from None
    if not (0 <= x0 < x1 <= 1 and 0 <= y0 < y1 <= 1):
        raise argparse.ArgumentTypeError(f"{text!r} must keep 0 <= X0 < X1 <= 1 and 0 <= Y0 < Y1 <= 1")
    return x0, y0, x1, y1


def _seed(text: str) -> int:
    if not (text.isdecimal() and int(text) < 2**63):
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 0 to 2^63 - 1")
    return int(text)


def _up_to_1000(text: str) -> int:
    if not (text.isdecimal() and 1 <= int(text) <= 1000):
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 1 to 1000")
    return int(text)


def _guidance(text: str) -> float:
    try:
        scale = float(text)
    except ValueError:
        scale = math.nan
    if not 0 <= scale <= 100:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 0 to 100")
    return scale


def _lora(text: str) -> tuple[str, float]:
    """A path may hold colons too: only a number after the last one is a weight."""
    word, _, weight = text.rpartition(":")
    try:
        value = float(weight)
    except ValueError:
        return text, 1.0
    if not (word and math.isfinite(value)):
        raise argparse.ArgumentTypeError(f"{text!r} is not a LoRA with a weight, as in ID:0.8")
    return word, value


def _controlnet(text: str) -> tuple[str, str]:
    word, _, kind = text.rpartition(":")
    return (word, kind) if word and kind in SIGNALS else (text, "depth")


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = math.nan
    if not (seconds > 0 and math.isfinite(seconds)):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of seconds above 0")
    return seconds
