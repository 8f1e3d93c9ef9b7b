"""A plan as a person reads it."""

from __future__ import annotations

from engine.types import Element, Plan


def plan_text(plan: Plan) -> str:
    """The plan in a dozen lines: canvas, camera, elements, relations, requirements, notes."""
    canvas, camera = plan.canvas, plan.camera
    rows = [f"{plan.kind}  {canvas.width} × {canvas.height}  ({canvas.aspect}, {canvas.size})"]
    if plan.kind != "flat":
        view = f"azimuth {camera.azimuth:g}°, elevation {camera.elevation:g}°, roll {camera.roll:g}°, {camera.focal_mm:g} mm"
        rows.append(f"camera: {view}; light: {plan.light}")
    if plan.style:
        rows.append(f"style: {', '.join(plan.style)}")
    if plan.excluded:
        rows.append(f"without: {', '.join(plan.excluded)}")
    rows += [f"  {_element(element)}" for element in plan.elements]
    rows += [f"  {r.subject} {r.relation} {r.object}" for r in plan.relations]
    rows.append("must hold:")
    rows += [f"  {r.id}{'' if r.hard else ' (soft)'}: {_expected(r.expected)}" for r in plan.requirements]
    rows += [f"{note.kind}: {note.message}" for note in plan.notes]
    return "\n".join(rows)


def _element(element: Element) -> str:
    what = f"“{element.text}”" if element.text else element.kind
    count = f"{element.count} × " if element.count != 1 else ""
    held = f"of {element.contents}" if element.contents else ""
    looks = ", ".join(one for one in (*element.colors, element.material, held) if one)
    box = ", ".join(f"{side:.2f}" for side in element.box)
    return f"{element.id}: {count}{what} ({element.label}{'; ' + looks if looks else ''}) at {box}"


def _expected(expected: object) -> str:
    if expected in (None, ""):
        return "none"
    if isinstance(expected, tuple):
        return ", ".join(f"{part:.3g}" if isinstance(part, float) else str(part) for part in expected)
    return str(expected)
