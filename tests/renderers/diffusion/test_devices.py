"""Devices are found by computing on them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import torch

from engine.errors import BadInput
from engine.renderers.diffusion import devices
from engine.renderers.diffusion.devices import device, free_bytes, precision, report


def test_the_cpu_computes_right_and_comes_last() -> None:
    cpu = devices.devices()[-1]
    assert cpu.kind == "cpu"
    assert "fp32" in cpu.precisions
    assert 0 < cpu.free <= cpu.total
    assert 0 < free_bytes(cpu) <= cpu.total
    assert device("cpu") is cpu
    assert device() is devices.devices()[0]


@pytest.mark.parametrize("asked", ["cuda:7", "tpu"])
def test_a_device_that_is_not_there_is_refused_with_what_is(asked: str) -> None:
    with pytest.raises(BadInput, match=r"There is no device .* that works here\. Use auto or one of: .*cpu"):
        device(asked)


def test_a_precision_that_computes_wrong_is_not_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    """The door is torch's kernel: a convolution that overflows in half precision, as on some older GPUs."""
    true = torch.nn.functional.conv2d

    def overflowing(image: torch.Tensor, *others: object, **options: object) -> torch.Tensor:
        result = true(image, *others, **options)
        return result * float("nan") if image.dtype == torch.float16 else result

    monkeypatch.setattr(torch.nn.functional, "conv2d", overflowing)
    found = devices._precisions("cpu", "cpu")
    assert "fp16" not in found
    assert "fp32" in found


def test_a_precision_that_the_device_cannot_do_is_refused() -> None:
    old = device("cpu").replace(precisions=("fp32",), label="an old card")
    assert precision(old, "auto") == precision(old, "fp32") == "fp32"
    with pytest.raises(BadInput, match="an old card does not compute right in fp16"):
        precision(old, "fp16")


def test_a_cpu_begins_with_fp32_and_a_gpu_with_half_the_bytes_whatever_else_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """The door is what the driver says of a card: before Ampere it only imitates bf16."""
    assert devices._precisions("cpu", "cpu")[0] == "fp32"
    assert devices._precisions("rocm", "cpu")[0] == "bf16"
    for capability, best in (((9, 0), "bf16"), ((8, 0), "bf16"), ((7, 5), "fp16")):
        monkeypatch.setattr(torch.cuda, "get_device_capability", lambda _, capability=capability: capability)
        assert devices._precisions("cuda", "cpu")[0] == best


def test_a_device_that_refuses_to_compute_is_no_device() -> None:
    assert devices._precisions("mps", "vulkan") == ()


def test_the_report_comes_from_a_child_and_leaves_torch_out_of_this_process() -> None:
    program = (
        "import sys; from engine.renderers.diffusion.devices import report; lines = report(); "
        "print('torch' in sys.modules, *lines, sep='\\n')"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    loaded, *lines = done.stdout.splitlines()
    assert loaded == "False"
    assert any(line.startswith("cpu: ") and " GB free, " in line for line in lines)


def test_an_installed_program_starts_itself_to_find_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It has no `python -m`: the door is the program, which is given the word and nothing else."""
    program = tmp_path / "plantain"
    program.write_text(
        f"#!{sys.executable}\nimport sys\nfrom desktop.launch import main\n"
        "code = main()\nassert 'PySide6' not in sys.modules\nsys.exit(code)\n"
    )
    program.chmod(0o755)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, sys.path)) or str(Path.cwd()))
    monkeypatch.setattr(sys, "executable", str(program))
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert any(line.startswith("cpu: ") for line in report())


def test_a_probe_that_hangs_or_breaks_is_told_as_such(monkeypatch: pytest.MonkeyPatch) -> None:
    assert report(0.01)[0].startswith("unknown: the probe did not answer")
    monkeypatch.setattr(sys, "executable", "/bin/false" if sys.platform != "win32" else "where")
    assert report()[0].startswith("unknown: the probe broke off")
