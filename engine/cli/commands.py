"""One function a command; each takes the parsed arguments and returns the exit code."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from engine import pictures
from engine.cli import runs
from engine.cli.briefs import brief_of, opinion_of, picture_brief
from engine.cli.reading import plan_text
from engine.codec import to_json
from engine.errors import BadInput
from engine.registry import planner
from engine.trust.metadata import digital_source, read_trace


def plan(arguments: argparse.Namespace) -> int:
    made = planner().plan(brief_of(arguments, arguments.prompt))
    print(to_json(made) if arguments.json else plan_text(made))
    return 0


def render(arguments: argparse.Namespace) -> int:
    runs.check_outputs(arguments.output, arguments.report)
    ended = runs.drive(brief_of(arguments, arguments.prompt), quiet=arguments.quiet, opinion=opinion_of(arguments))
    return _keep(ended, arguments)


def check(arguments: argparse.Namespace) -> int:
    brief, start = picture_brief(arguments)
    brief = brief.replace(budget=brief.budget.replace(max_rounds=1))
    ended = runs.drive(brief, start=start, quiet=True, opinion=opinion_of(arguments))
    if ended.trace is None:
        return ended.code
    if arguments.json:
        findings = [json.loads(to_json(finding)) for finding in ended.trace.best_round().findings]
        print(json.dumps({"passed": ended.trace.passed(), "findings": findings}, indent=2, ensure_ascii=False))
    else:
        print(runs.summary(ended.trace, arguments.image))
    return ended.code


def fix(arguments: argparse.Namespace) -> int:
    runs.check_outputs(arguments.output, arguments.report)
    brief, start = picture_brief(arguments)
    return _keep(runs.drive(brief, start=start, quiet=arguments.quiet, opinion=opinion_of(arguments)), arguments)


def inspect(arguments: argparse.Namespace) -> int:
    picture = pictures.read(arguments.image)
    trace = read_trace(picture.info, arguments.image)
    height, width = picture.pixels.shape[:2]
    facts = {
        "file": arguments.image,
        "width": width,
        "height": height,
        "digital_source_type": digital_source(picture.info) or None,
        "parameters": picture.info.get("parameters"),
        "workflow": picture.info.get("workflow") or picture.info.get("invokeai_metadata"),
        "credentials": "present, not verified" if b"c2pa" in Path(arguments.image).read_bytes() else None,
        "watermark": None,
    }
    if arguments.json:
        print(json.dumps(facts | {"trace": json.loads(to_json(trace)) if trace else None}, indent=2, ensure_ascii=False))
        return 0
    for name, value in facts.items():
        print(f"{name.replace('_', ' ')}: {value if value is not None else 'none'}")
    if trace:
        print(f"prompt: {trace.brief.prompt}\n{plan_text(trace.best_plan())}\n{runs.summary(trace, 'picture')}")
    return 0


def batch(arguments: argparse.Namespace) -> int:
    from engine.cli.batch import rows

    folder = Path(arguments.output)
    if folder.exists() and not folder.is_dir():
        raise BadInput(f"{folder} is a file.", "Name a folder for the pictures.")
    briefs = rows(arguments)
    opinion = opinion_of(arguments)
    folder.mkdir(parents=True, exist_ok=True)
    worst = 0
    for name, make in briefs:
        try:
            ended = runs.drive(make(), quiet=arguments.quiet, opinion=opinion)
        except BadInput as error:
            print(f"{name}: {error}")
            worst = max(worst, 2)
            continue
        runs.save(ended, str(folder / f"{name}.png"))
        if ended.trace is not None:
            runs.report(ended.trace, str(folder / f"{name}.json") if arguments.report else None)
            print(runs.summary(ended.trace, f"{name}.png").splitlines()[0])
        worst = max(worst, ended.code)
        if ended.code == 130:
            break
    return worst


def models(arguments: argparse.Namespace) -> int:
    from engine.cli.models import run

    return run(arguments)


def bench(arguments: argparse.Namespace) -> int:
    from engine import bench as measuring

    if arguments.window:
        raise BadInput("The window is not part of the engine.", "Use the program itself: plantain bench --window.")
    if arguments.write and not arguments.critics:
        raise BadInput("Only the critics' figures are written to a file.", "Use --critics --write FILE.")
    if arguments.critics:
        from engine.bench import critics

        result, table = critics.run(only=arguments.only, keep=arguments.keep, write=arguments.write), critics.table
    elif arguments.loop:
        from engine.bench import repairs

        result, table = repairs.run(only=arguments.only, keep=arguments.keep), repairs.table
    else:
        result = measuring.run(only=arguments.only, size=arguments.size or "1k", keep=arguments.keep)
        table = measuring.table
    print(json.dumps(result, indent=2, ensure_ascii=False) if arguments.json else table(result))
    return 0


def doctor(arguments: argparse.Namespace) -> int:
    from engine.cli.doctor import facts

    found = facts()
    if arguments.json:
        print(json.dumps(found, indent=2, ensure_ascii=False))
    else:
        width = max(map(len, found))
        for name, value in found.items():
            print(f"{name:<{width}}  {', '.join(map(str, value)) if isinstance(value, list) else value}")
    return 0


def _keep(ended: runs.Ended, arguments: argparse.Namespace) -> int:
    runs.save(ended, arguments.output)
    if ended.trace is not None:
        runs.report(ended.trace, arguments.report)
        print(runs.summary(ended.trace, arguments.output))
    if ended.message:
        runs.complain(ended.message)
    return ended.code
