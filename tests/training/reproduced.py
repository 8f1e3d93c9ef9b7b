"""A network that is taught briefly, twice, and written to a file, which all scripts of the flaws' networks must bear."""

import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
import torch

from engine.training.practice import Batches, Course, practised
from engine.types import Array


def reproduced(
    untaught: Callable[[], Any],
    lessons: Callable[[], Batches],
    course: Course,
    loss: Callable[[Any, Any], Any],
    written: Callable[[Any, Path], None],
    file: Path,
    seen: Array,
) -> Array:
    """What the file answers to what is `seen`, as the network does; taught again from the same seed it is the same."""
    taught = []
    for _ in range(2):
        torch.manual_seed(0)
        taught.append(practised(untaught(), lessons(), course, loss))
    for part, values in taught[0].state_dict().items():
        assert torch.equal(values, taught[1].state_dict()[part]), part
    with warnings.catch_warnings(action="ignore"):
        written(taught[0], file)
    assert file.stat().st_size < 1_000_000
    session = onnxruntime.InferenceSession(file)
    (answer,) = session.run(None, {session.get_inputs()[0].name: seen})
    with torch.no_grad():
        expected = torch.sigmoid(taught[0](torch.from_numpy(seen))).numpy()
    np.testing.assert_allclose(answer, expected, atol=1e-3)
    return np.asarray(answer)
