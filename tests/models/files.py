"""Weight files made on the spot: by names and shapes alone, with the libraries that write real ones."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np


def safetensors(path: Path, shapes: Mapping[str, tuple[int, ...]], *, dtype: Any = np.float16, **metadata: str) -> Path:
    from safetensors.numpy import save_file

    save_file({name: np.zeros(shape, dtype) for name, shape in shapes.items()}, path, metadata or None)
    return path


def gguf(path: Path, shapes: Mapping[str, tuple[int, ...]], architecture: str = "flux") -> Path:
    """Matrices as Q8_0, the rest as F32, as the converters of image models write them."""
    from gguf import GGMLQuantizationType, GGUFWriter, quantize

    writer = GGUFWriter(path, architecture)
    writer.add_array("tokens", ["a", "b"])
    for name, shape in shapes.items():
        data = np.ones(shape, np.float32)
        if len(shape) == 2 and shape[-1] % 32 == 0:
            kind = GGMLQuantizationType.Q8_0
            writer.add_tensor(name, quantize(data, kind), raw_dtype=kind)
        else:
            writer.add_tensor(name, data)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path
