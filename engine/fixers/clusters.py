"""The colours that an area is made of."""

from __future__ import annotations

import numpy as np

from engine.types import Array


def clusters(colours: Array, count: int) -> tuple[Array, Array]:
    """k-means, deterministic: of colours (n, 3), each one's cluster (n,) and the centres (k, 3), k at most `count`."""
    import cv2

    sample = np.ascontiguousarray(colours[:: max(1, len(colours) // 20_000)], np.float32)
    distinct = np.unique(sample, axis=0)
    if len(distinct) <= count:
        return np.argmin([np.linalg.norm(colours - centre, axis=1) for centre in distinct], axis=0), distinct
    criteria = (cv2.TERM_CRITERIA_EPS | cv2.TERM_CRITERIA_MAX_ITER, 20, 0.5)
    cv2.setRNGSeed(1)
    centres = cv2.kmeans(sample, count, np.empty((0, 1), np.int32), criteria, 2, cv2.KMEANS_PP_CENTERS)[2]
    distances = np.stack([np.linalg.norm(colours - centre, axis=1) for centre in centres])
    return np.argmin(distances, axis=0), centres
