"""What a picture file says about its origin: prompt, trace, and the IPTC digital source type.

PNG carries the text keys other tools read (`parameters`, as A1111 writes it) and our own `plantain`; every format carries
an XMP packet with the digital source type, the licence of the model that drew it (`parameters["licence"]`) as usage terms
and, deflated, the trace.
"""

from __future__ import annotations

import base64
import json
import re
import zlib
from typing import Any, Final
from xml.sax.saxutils import escape

from PIL.PngImagePlugin import PngInfo

from engine.codec import from_json, to_json
from engine.errors import BadInput
from engine.types import Trace

SOURCE_TYPES: Final = "http://cv.iptc.org/newscodes/digitalsourcetype/"
JPEG_XMP_LIMIT: Final = 65_000
MAX_TRACE: Final = 16_000_000

SAMPLERS: Final = {
    "DDIMScheduler": "DDIM", "DDPMScheduler": "DDPM", "DEISMultistepScheduler": "DEIS",
    "DPMSolverMultistepScheduler": "DPM++ 2M", "DPMSolverSinglestepScheduler": "DPM++ 2S",
    "EulerAncestralDiscreteScheduler": "Euler a", "EulerDiscreteScheduler": "Euler",
    "FlowMatchEulerDiscreteScheduler": "Euler", "HeunDiscreteScheduler": "Heun", "KDPM2AncestralDiscreteScheduler": "DPM2 a",
    "KDPM2DiscreteScheduler": "DPM2", "LCMScheduler": "LCM", "LMSDiscreteScheduler": "LMS", "PNDMScheduler": "PLMS",
    "TCDScheduler": "TCD", "UniPCMultistepScheduler": "UniPC",
}  # fmt: skip
"""Schedulers of diffusers by the names that other tools call them by."""

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" xmlns:plantain="urn:plantain:1">
<Iptc4xmpExt:DigitalSourceType>{source}</Iptc4xmpExt:DigitalSourceType>
<xmp:CreatorTool>{tool}</xmp:CreatorTool>{terms}{trace}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


def source_type(trace: Trace) -> str:
    """The IPTC term: `algorithmicMedia` where no trained model made pixels, composite for an edited picture from disk."""
    if trace.from_disk:
        return "compositeWithTrainedAlgorithmicMedia" if trace.best_round().render.model else "compositeSynthetic"
    return "trainedAlgorithmicMedia" if trace.best_round().render.model else "algorithmicMedia"


def save_options(trace: Trace, suffix: str) -> dict[str, Any]:
    """Options for `pictures.write` that put the origin into a file of that suffix."""
    text = to_json(trace, indent=0)
    packed = base64.b64encode(zlib.compress(text.encode(), 9)).decode()
    xmp = _packet(trace, packed)
    if suffix.lower() in {".jpg", ".jpeg"} and len(xmp) > JPEG_XMP_LIMIT:
        xmp = _packet(trace, "")
    if suffix.lower() != ".png":
        return {"xmp": xmp} if suffix.lower() not in {".tif", ".tiff"} else {"tiffinfo": {700: xmp}}
    info = PngInfo()
    info.add_itxt("parameters", _parameters(trace))
    info.add_itxt("plantain", text, zip=True)
    info.add_itxt("XML:com.adobe.xmp", xmp.decode())
    return {"pnginfo": info}


def read_trace(info: dict[str, Any], source: str) -> Trace | None:
    """The trace in a picture's metadata (`pictures.Picture.info`), None where there is none. BadInput if it is damaged."""
    if isinstance(text := info.get("plantain"), str):
        return from_json(Trace, str(text), f"The trace in {source}")
    found = re.search(rb"<plantain:trace>([A-Za-z0-9+/=]*)</plantain:trace>", xmp_of(info))
    if not found:
        return None
    try:
        inflate = zlib.decompressobj()
        text_bytes = inflate.decompress(base64.b64decode(found[1]), MAX_TRACE)
    except (ValueError, zlib.error) as error:
        raise BadInput(f"The trace in {source} is damaged.", "The picture itself can still be checked.") from error
    return from_json(Trace, text_bytes, f"The trace in {source}")


def xmp_of(info: dict[str, Any]) -> bytes:
    """The XMP packet in a picture's metadata, or b""."""
    packet = info.get("xmp") or info.get("XML:com.adobe.xmp") or b""
    return packet.encode() if isinstance(packet, str) else bytes(packet)


def digital_source(info: dict[str, Any]) -> str:
    """The IPTC digital source type named in the XMP packet, or ""."""
    found = re.search(re.escape(SOURCE_TYPES).encode() + rb"(\w+)", xmp_of(info))
    return found[1].decode() if found else ""


def _packet(trace: Trace, packed: str) -> bytes:
    tool = f"Plantain {trace.versions.get('plantain', '')}".strip()
    licence = str(trace.best_round().render.parameters.get("licence", ""))
    said = f'<rdf:Alt><rdf:li xml:lang="x-default">{escape(licence)}</rdf:li></rdf:Alt>'
    terms = f"\n<xmpRights:UsageTerms>{said}</xmpRights:UsageTerms>" if licence else ""
    ours = f"\n<plantain:trace>{packed}</plantain:trace>" if packed else ""
    return _XMP.format(source=SOURCE_TYPES + source_type(trace), tool=escape(tool), terms=terms, trace=ours).encode()


def _parameters(trace: Trace) -> str:
    """As A1111 writes them: the prompt, the negative prompt, then "Steps: 28, Sampler: Euler a, …", as far as is known."""
    render = trace.best_round().render
    said = render.parameters
    scheduler = str(said.get("scheduler", ""))
    facts = {
        "Steps": said.get("steps"),
        "Sampler": SAMPLERS.get(scheduler, scheduler),
        "CFG scale": said.get("guidance"),
        "Seed": render.seed,
        "Size": f"{render.width}x{render.height}",
        "Model hash": str(said.get("sha256", ""))[:10],
        "Model": said.get("model") or render.model or render.renderer,
        "Denoising strength": said.get("strength"),
        "Version": f"plantain {trace.versions.get('plantain', '')}".strip(),
    }
    negative = f"Negative prompt: {unwanted}\n" if (unwanted := said.get("negative prompt")) else ""
    known = ", ".join(f"{key}: {_quoted(value)}" for key, value in facts.items() if value not in (None, ""))
    return f"{trace.brief.prompt}\n{negative}{known}"


def _quoted(value: object) -> str:
    """A name that holds what separates the facts stands in quotation marks."""
    text = f"{value:g}" if isinstance(value, float) else str(value)
    return json.dumps(text, ensure_ascii=False) if re.search(r"[,:\n]", text) else text
