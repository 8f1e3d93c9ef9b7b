"""Words for models and licences, in the user's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from desktop import strings
from desktop.shelf import Job, Shelf
from engine.models.catalogue import Entry, terms_of
from engine.models.licences import Licence, Words
from engine.models.model import TITLES, Model

translate = QCoreApplication.translate


def said(words: Words) -> str:
    """The sentence in the user's language, else in English; "" where there is none."""
    return words.get(QLocale().name().partition("_")[0]) or words.get("en", "")


def role(name: str) -> str:
    return {
        "checkpoint": translate("models", "Checkpoint"),
        "pipeline": translate("models", "Pipeline"),
        "transformer": translate("models", "Transformer"),
        "lora": "LoRA",
        "vae": "VAE",
        "controlnet": "ControlNet",
        "ip-adapter": "IP-Adapter",
        "text encoder": translate("models", "Text encoder"),
        "upscaler": translate("models", "Upscaler"),
        "embedding": translate("models", "Embedding"),
        "critic": translate("models", "Critic"),
    }.get(name, name)


def family(model: Model) -> str:
    return translate("models", "Family not known") if model.family == "unknown" else TITLES[model.family]


def size(count: float) -> str:
    """Bytes, in the unit that suits them."""
    for unit, least in (("GB", 1e9), ("MB", 1e6), ("kB", 1e3)):
        if count >= least * 0.95:
            return f"{strings.number(count / least, 0 if unit == 'kB' or count >= least * 100 else 1)} {unit}"
    return f"{count:.0f} B"


def billions(count: float) -> str:
    """Parameters of a network."""
    if count < 1:
        return translate("models", "{0} million parameters").format(strings.number(count * 1000, 0))
    return translate("models", "{0} billion parameters").format(strings.number(count, 1))


def model_line(model: Model) -> str:
    """A model of the library in half a line."""
    parts = (family(model) if model.family != "unknown" else model.critic, role(model.role), model.precision, size(model.bytes))
    return " · ".join(part for part in parts if part)


def entry_line(entry: Entry) -> str:
    """An entry of the catalogue in half a line."""
    steps = translate("models", "{0} steps").format(entry.steps) if entry.steps > 1 else ""
    if entry.steps == 1:
        steps = translate("models", "1 step")
    weights = size(entry.download)
    return " · ".join(part for part in (weights, steps, allowed(entry.terms)) if part)


def allowed(licence: Licence) -> str:
    """The licence in three words."""
    return {
        "yes": translate("models", "free to use"),
        "limited": translate("models", "restricted"),
        "no": translate("models", "not commercial"),
        "unknown": translate("models", "licence not known"),
    }[licence.commercial]


def headline(licence: Licence) -> str:
    """What the licence means for work that earns money, as a sentence of its own."""
    return said(licence.restriction) or translate("models", "Free for commercial use.")


def accepted_on(shelf: Shelf, licence: Licence, model_id: str) -> str:
    """The day (ISO 8601) on which the present text was accepted for a model, "" where it was not."""
    wanted = (licence.id, licence.version, model_id)
    return next((a.date for a in reversed(shelf.acceptances) if (a.licence, a.version, a.model) == wanted), "")


def usable(shelf: Shelf, model: Model) -> bool:
    """Whether nothing stands between the user and the model."""
    licence = terms_of(model)
    return not licence.restricted or bool(accepted_on(shelf, licence, model.id))


def job_line(job: Job) -> str:
    """What a job is at."""
    if job.stopping:
        return translate("models", "Stopping…")
    if job.transfer is None:
        begun = {
            "download": translate("models", "Waiting for its turn"),
            "import": translate("models", "Importing"),
            "verify": translate("models", "Verifying"),
        }
        return begun[job.kind]
    told = job.transfer
    if not told.total:
        return translate("models", "Asking what is there")
    if told.done >= told.total:
        return translate("models", "Putting it into the library")
    parts = [translate("models", "{0} of {1}").format(size(told.done), size(told.total))]
    if told.rate:
        parts.append(translate("models", "{0}/s").format(size(told.rate)))
    if told.left is not None:
        parts.append(strings.duration(told.left))
    return " · ".join(parts)
