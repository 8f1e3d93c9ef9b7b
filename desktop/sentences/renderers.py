"""What is said while a picture is drawn."""

from __future__ import annotations

from typing import Final, cast

from PySide6.QtCore import QT_TRANSLATE_NOOP

SENTENCES: Final = cast(
    "tuple[str, ...]",
    (
        QT_TRANSLATE_NOOP("engine", "No font on this computer has “{words}” ({script})."),
        QT_TRANSLATE_NOOP("engine", "Install one that has it, or leave it out."),
        QT_TRANSLATE_NOOP("engine", "No one font on this computer has all the scripts of that text."),
        QT_TRANSLATE_NOOP("engine", "Give each script a text of its own."),
        QT_TRANSLATE_NOOP("engine", "No font on this computer has {script} letters such as “{words}”."),
        QT_TRANSLATE_NOOP("engine", "Install one, or leave them out."),
        QT_TRANSLATE_NOOP("engine", "The font file {words} is no usable font."),
        QT_TRANSLATE_NOOP("engine", "Name a .ttf or .otf file."),
        QT_TRANSLATE_NOOP("engine", "The font file {words} cannot be read ({error})."),
        QT_TRANSLATE_NOOP("engine", "A text has no letters that can be seen."),
        QT_TRANSLATE_NOOP("engine", "Put letters between the quotation marks."),
        QT_TRANSLATE_NOOP("engine", "Nothing is selected in the region, so nothing was drawn anew."),
        QT_TRANSLATE_NOOP("engine", "At strength 0 everything stays as it is, so nothing was drawn anew."),
        QT_TRANSLATE_NOOP("engine", "The mask is {words} pixels and the picture {figure} × {figure2}."),
        QT_TRANSLATE_NOOP("engine", "Make the mask as large as the picture."),
        QT_TRANSLATE_NOOP("engine", "The renderer drew {words} pixels where {words2} were asked for."),
        QT_TRANSLATE_NOOP("engine", "Try another model."),
        QT_TRANSLATE_NOOP("engine", "There is no device {words} that works here."),
        QT_TRANSLATE_NOOP("engine", "Use auto or one of: {words}."),
        QT_TRANSLATE_NOOP(
            "engine",
            "The picture came out black: the VAE overflowed in half precision. It is drawn again with the VAE in full.",
        ),
        QT_TRANSLATE_NOOP("engine", "{words} gave no picture: its numbers overflowed in {words2}."),
        QT_TRANSLATE_NOOP(
            "engine",
            "Take a lower guidance scale, leave the LoRAs out, set another precision in diffusion.toml, or check the model "
            "with `plantain models verify`.",
        ),
        QT_TRANSLATE_NOOP("engine", "{words} has no scheduler {words2}."),
        QT_TRANSLATE_NOOP("engine", "It takes {words}."),
        QT_TRANSLATE_NOOP(
            "engine", "{words} is a denoiser without text encoders and VAE, and no whole model of its family is in the library."
        ),
        QT_TRANSLATE_NOOP(
            "engine", "Import a diffusers folder of the same family; its text encoders and VAE serve this one too."
        ),
        QT_TRANSLATE_NOOP("engine", "{words} is a whole model in one file, and its configuration is not part of the file."),
        QT_TRANSLATE_NOOP("engine", "Import a diffusers folder of the same family; its configuration serves this one too."),
        QT_TRANSLATE_NOOP("engine", "{words} is no longer at {words2}."),
        QT_TRANSLATE_NOOP("engine", "{words} is {words2}, which is not drawn here."),
        QT_TRANSLATE_NOOP("engine", "Put it back, or choose another model."),
        QT_TRANSLATE_NOOP("engine", "“{words}” only goes over pictures that SDXL drew."),
        QT_TRANSLATE_NOOP("engine", "Choose SDXL itself."),
        QT_TRANSLATE_NOOP("engine", "“{words}” is a FLUX.1 that only draws after a picture of depth or edges."),
        QT_TRANSLATE_NOOP("engine", "Choose FLUX.1 itself, with a ControlNet for FLUX.1 to follow such a picture."),
        QT_TRANSLATE_NOOP("engine", "“{words}” is Kolors in one file, which is not read."),
        QT_TRANSLATE_NOOP("engine", "Import the diffusers folder of Kolors."),
        QT_TRANSLATE_NOOP("engine", "ONNX Runtime does not run on a device {words} here."),
        QT_TRANSLATE_NOOP("engine", "Use auto or one of: {words}; or another renderer."),
        QT_TRANSLATE_NOOP("engine", "{words} has no way to work {mode}."),
        QT_TRANSLATE_NOOP("engine", "Choose a model of another family for this."),
        QT_TRANSLATE_NOOP("engine", "{words} is not whole: {words2} is missing."),
        QT_TRANSLATE_NOOP("engine", "Import or download it again."),
        QT_TRANSLATE_NOOP("engine", "Import it again from where it came, with all of its files."),
        QT_TRANSLATE_NOOP("engine", "The {words} renderer {fate}. It was started again and draws the picture anew."),
        QT_TRANSLATE_NOOP("engine", "The {words} renderer {fate}, twice in a row."),
        QT_TRANSLATE_NOOP("engine", "Try a smaller size, another model or another renderer."),
        QT_TRANSLATE_NOOP("engine", "The process of the {words} renderer cannot be started ({error})."),
        QT_TRANSLATE_NOOP("engine", "Close other programs."),
        QT_TRANSLATE_NOOP("engine", "The design has room for {figure} pictures."),
        QT_TRANSLATE_NOOP("engine", "Give as many; there are {figure}."),
        QT_TRANSLATE_NOOP("engine", "The text “{words}” has no letters that can be seen."),
        QT_TRANSLATE_NOOP("engine", "The path tracer stopped: {error}."),
        QT_TRANSLATE_NOOP("engine", "Try a smaller size or a lower quality."),
        QT_TRANSLATE_NOOP("engine", "The denoiser stopped: {error}."),
        QT_TRANSLATE_NOOP("engine", "Try a smaller size."),
        QT_TRANSLATE_NOOP("engine", "Weights as they come."),
        QT_TRANSLATE_NOOP("engine", "The denoiser at half its size: fine detail changes a little, steps are slower."),
        QT_TRANSLATE_NOOP("engine", "The denoiser at half its size: hardly a visible change."),
        QT_TRANSLATE_NOOP("engine", "The denoiser at little more than a quarter: detail and small text suffer visibly."),
        QT_TRANSLATE_NOOP("engine", "Every step is computed."),
        QT_TRANSLATE_NOOP("engine", "Steps that change little are skipped: up to twice as fast, fine detail may be lost."),
        QT_TRANSLATE_NOOP(
            "engine", "Every other step is extrapolated: about half the time from ten steps on, detail may differ."
        ),
        QT_TRANSLATE_NOOP(
            "engine", "Steps are skipped by a table measured for FLUX.1: up to twice as fast, fine detail may be lost."
        ),
        QT_TRANSLATE_NOOP("engine", "What torch finds best."),
        QT_TRANSLATE_NOOP("engine", "Torch's own kernels."),
        QT_TRANSLATE_NOOP("engine", "The same picture, somewhat faster on recent NVIDIA cards."),
        QT_TRANSLATE_NOOP("engine", "The same picture in less memory on older NVIDIA cards."),
        QT_TRANSLATE_NOOP("engine", "The cache {words} does not fit this model."),
        QT_TRANSLATE_NOOP("engine", 'Set cache = "none" or another in diffusion.toml.'),
        QT_TRANSLATE_NOOP("engine", "{words} does not run on {words2}."),
        QT_TRANSLATE_NOOP("engine", "It runs on {words}; choose another."),
        QT_TRANSLATE_NOOP("engine", "{words} needs {words2}, which is not installed."),
        QT_TRANSLATE_NOOP("engine", "Install it: pip install {words}."),
        QT_TRANSLATE_NOOP("engine", "The file {words} cannot be used ({error})."),
        QT_TRANSLATE_NOOP("engine", "“{words}” does not enlarge colour pictures."),
        QT_TRANSLATE_NOOP("engine", "Choose another upscaler, or none."),
        QT_TRANSLATE_NOOP("engine", "“{words}” is no upscaler of a kind known here."),
        QT_TRANSLATE_NOOP("engine", "Memory does not suffice for the upscaler; the picture is enlarged without it."),
        QT_TRANSLATE_NOOP("engine", "A negative prompt has no effect at a guidance of 1 or less, so yours is left out."),
        QT_TRANSLATE_NOOP("engine", "This model reads no negative prompt, so yours is left out."),
        QT_TRANSLATE_NOOP("engine", "Choose another, or none."),
        QT_TRANSLATE_NOOP(
            "engine", "The GPU's memory does not suffice; the picture is drawn by the CPU. This can take minutes."
        ),
        QT_TRANSLATE_NOOP(
            "engine", "Memory is still short; the model now comes to the GPU layer by layer. This is much slower."
        ),
        QT_TRANSLATE_NOOP("engine", "Memory ran out on {words}; what was kept for later is freed."),
        QT_TRANSLATE_NOOP(
            "engine", "The picture does not fit into the memory of {words}: it is drawn at {percent} and then enlarged."
        ),
        QT_TRANSLATE_NOOP(
            "engine", "The model does not fit into the memory of {words}: it comes there layer by layer. This is much slower."
        ),
        QT_TRANSLATE_NOOP(
            "engine",
            "The model does not fit into the memory of {words} whole: only the part at work lies there. This is slower.",
        ),
        QT_TRANSLATE_NOOP("engine", "{words} does not compute right in {words2}."),
        QT_TRANSLATE_NOOP("engine", "Memory is still short; the picture is now decoded in tiles."),
        QT_TRANSLATE_NOOP("engine", "Memory is still short; only the part at work stays on the GPU. This is slower."),
        QT_TRANSLATE_NOOP("engine", "Memory is still short; the picture is drawn at {percent} of its size and then enlarged."),
        QT_TRANSLATE_NOOP("engine", "The model needs more memory than {words} has, even for a smaller picture."),
        QT_TRANSLATE_NOOP("engine", "Choose a smaller size, a smaller model, or close other programs."),
        QT_TRANSLATE_NOOP("engine", "The picture is drawn without a draft: {sentence}"),
        QT_TRANSLATE_NOOP("engine", "There is no {words} for the ControlNet to follow: the studio can draw none of this plan."),
        QT_TRANSLATE_NOOP("engine", "Give it as a picture with --reference, or leave the ControlNet out."),
        QT_TRANSLATE_NOOP("engine", "Name one with --model: {words}."),
        QT_TRANSLATE_NOOP("engine", "“{words}” is a {words2}, not a {words3}."),
        QT_TRANSLATE_NOOP("engine", "See what there is: plantain models list."),
        QT_TRANSLATE_NOOP("engine", "Choose a {words} that was made for it."),
        QT_TRANSLATE_NOOP("engine", "“{words}” is a {words2} and makes no picture by itself."),
        QT_TRANSLATE_NOOP("engine", "Name the model it goes with."),
        QT_TRANSLATE_NOOP("engine", "No model is chosen."),
        QT_TRANSLATE_NOOP("engine", "There is no model in the library."),
        QT_TRANSLATE_NOOP("engine", "“{words}” is no longer at {words2}."),
        QT_TRANSLATE_NOOP("engine", "“{words}” comes without its configuration."),
        QT_TRANSLATE_NOOP("engine", "Import it as a diffusers folder."),
        QT_TRANSLATE_NOOP("engine", "{words} works with no ControlNet."),
        QT_TRANSLATE_NOOP("engine", "Leave it out, or choose a model of another family."),
        QT_TRANSLATE_NOOP("engine", "The image encoder of “{words}” is missing."),
        QT_TRANSLATE_NOOP("engine", "Put its folder image_encoder into {words}."),
        QT_TRANSLATE_NOOP(
            "engine", "Leave out what was added to it (LoRAs, a ControlNet), or import it again from where it came."
        ),
        QT_TRANSLATE_NOOP("engine", "Nothing in “{words}” fits “{words2}”."),
        QT_TRANSLATE_NOOP("engine", "Choose a LoRA that was made for it."),
        QT_TRANSLATE_NOOP("engine", "The {words} is made ready for ONNX Runtime. This is done once for a model."),
        QT_TRANSLATE_NOOP("engine", "The {words} is made ready for ONNX Runtime once more, for another size."),
        QT_TRANSLATE_NOOP("engine", "The {words} of this model cannot be exported to ONNX ({error}), so torch runs it."),
        QT_TRANSLATE_NOOP("engine", "ONNX Runtime stopped in the {words} ({error})."),
        QT_TRANSLATE_NOOP("engine", "Delete {words} to have it exported anew."),
        QT_TRANSLATE_NOOP("engine", "The {words} cannot be opened by ONNX Runtime ({error})."),
    ),
)
