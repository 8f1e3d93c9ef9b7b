"""The models as the window shows them, one frozen value, and the pure function that makes the next one. No Qt here."""

from __future__ import annotations

from typing import Literal

import msgspec

from engine.models.download import Transfer
from engine.models.licences import Acceptance
from engine.models.model import Model
from engine.types import Value


class Job(Value, frozen=True):
    """Work on models, waiting or under way: `done` (0..1) of it, of a download also its bytes."""

    id: str
    kind: Literal["download", "import", "verify"]
    name: str
    done: float = 0.0
    transfer: Transfer | None = None
    stopping: bool = False


class Shelf(Value, frozen=True):
    """The models at hand, which of them are the catalogue's (by entry), folders of other programs, licences that were
    accepted, and what is being done with models. `listed`: the library was read. `exports`: bytes of ONNX files, by model."""

    models: tuple[Model, ...] = ()
    entries: dict[str, str] = msgspec.field(default_factory=dict)
    shares: tuple[str, ...] = ()
    acceptances: tuple[Acceptance, ...] = ()
    jobs: tuple[Job, ...] = ()
    listed: bool = False
    exports: dict[str, int] = msgspec.field(default_factory=dict)

    def job(self, job_id: str) -> Job | None:
        return next((job for job in self.jobs if job.id == job_id), None)

    def model(self, model_id: str) -> Model | None:
        return next((model for model in self.models if model.id == model_id), None)


class Listed(Value, frozen=True):
    """What the library holds and shows, which licences were accepted, and how much the models' ONNX files take."""

    models: tuple[Model, ...]
    entries: dict[str, str]
    shares: tuple[str, ...]
    acceptances: tuple[Acceptance, ...]
    exports: dict[str, int] = msgspec.field(default_factory=dict)


class Working(Value, frozen=True):
    """A job with models is so far."""

    job: Job


class Stopping(Value, frozen=True):
    """A job with models was asked to stop."""

    job_id: str


class Ended(Value, frozen=True):
    """A job with models is over, however it went."""

    job_id: str


def shelved(shelf: Shelf, event: Listed | Working | Stopping | Ended) -> Shelf:
    """The next shelf."""
    match event:
        case Listed(models, entries, shares, acceptances, exports):
            return shelf.replace(
                models=models, entries=entries, shares=shares, acceptances=acceptances, listed=True, exports=exports
            )
        case Working(job):
            known = shelf.job(job.id)
            if known is None:
                return shelf.replace(jobs=(*shelf.jobs, job))
            now = job.replace(stopping=known.stopping)
            return shelf.replace(jobs=tuple(now if other is known else other for other in shelf.jobs))
        case Stopping(job_id):
            return shelf.replace(jobs=tuple(j.replace(stopping=True) if j.id == job_id else j for j in shelf.jobs))
        case Ended(job_id):
            return shelf.replace(jobs=tuple(job for job in shelf.jobs if job.id != job_id))
