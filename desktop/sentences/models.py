"""What is said of models: finding, importing, downloading and describing them."""

from __future__ import annotations

from typing import Final, cast

from PySide6.QtCore import QT_TRANSLATE_NOOP

SENTENCES: Final = cast(
    "tuple[str, ...]",
    (
        QT_TRANSLATE_NOOP(
            "engine", "Read it with `plantain models card {words}` and accept it with `plantain models accept {words2}`."
        ),
        QT_TRANSLATE_NOOP("engine", "{words} sends the download of {words2} round in circles."),
        QT_TRANSLATE_NOOP("engine", "Try again later."),
        QT_TRANSLATE_NOOP("engine", "{words} has a problem of its own ({words2})."),
        QT_TRANSLATE_NOOP("engine", "Try again later; what was fetched is kept."),
        QT_TRANSLATE_NOOP("engine", "{words} cannot be reached ({error})."),
        QT_TRANSLATE_NOOP("engine", "Check the network or the mirror; what was fetched is kept."),
        QT_TRANSLATE_NOOP("engine", "{words} cannot be a mirror."),
        QT_TRANSLATE_NOOP("engine", "Give its address as https://name."),
        QT_TRANSLATE_NOOP("engine", "{words} asks who wants {words2}."),
        QT_TRANSLATE_NOOP(
            "engine", "Accept its terms on its page and give an access token, or download it there by hand and import it."
        ),
        QT_TRANSLATE_NOOP("engine", "There is no {words} at {words2}."),
        QT_TRANSLATE_NOOP("engine", "It may have moved: look at its card."),
        QT_TRANSLATE_NOOP("engine", "{words} has had too many requests."),
        QT_TRANSLATE_NOOP("engine", "Wait some minutes; what was fetched is kept."),
        QT_TRANSLATE_NOOP("engine", "What {words} says of {words2} cannot be understood."),
        QT_TRANSLATE_NOOP("engine", "Check the mirror's address, or try again later."),
        QT_TRANSLATE_NOOP("engine", "{words} sends the download of {words2} on to {words3}, which is not allowed."),
        QT_TRANSLATE_NOOP("engine", "Use another mirror, or download the file by hand and import it."),
        QT_TRANSLATE_NOOP("engine", "{words} does not let this access token have {words2}."),
        QT_TRANSLATE_NOOP(
            "engine", "Accept the model's terms on its page with the same account, or download it by hand and import it."
        ),
        QT_TRANSLATE_NOOP("engine", "{words} is now under “{words2}”, not under the {words3} that the catalogue tells of."),
        QT_TRANSLATE_NOOP("engine", "Read its card at {words}; if you agree, download it by hand and import it."),
        QT_TRANSLATE_NOOP("engine", "{words} does not hold {words2}."),
        QT_TRANSLATE_NOOP("engine", "See {words}."),
        QT_TRANSLATE_NOOP("engine", "The disk of {words} is full."),
        QT_TRANSLATE_NOOP("engine", "Free some space; the download goes on from where it stopped."),
        QT_TRANSLATE_NOOP("engine", "{words} is being downloaded already."),
        QT_TRANSLATE_NOOP("engine", "Wait for it, or stop it there."),
        QT_TRANSLATE_NOOP("engine", "{words} cannot be downloaded from here."),
        QT_TRANSLATE_NOOP("engine", "Get it by hand from {words} and import it."),
        QT_TRANSLATE_NOOP("engine", "{words} needs {words2} more, and {words3} are free on the disk of {words4}."),
        QT_TRANSLATE_NOOP("engine", "Free some space, or keep the models on another disk."),
        QT_TRANSLATE_NOOP("engine", "{words} is not the file that was published: its checksum is another."),
        QT_TRANSLATE_NOOP("engine", "It was deleted. Try again, or use another mirror."),
        QT_TRANSLATE_NOOP("engine", "{words} announces {words2} bytes of {words3}, and {words4} are missing."),
        QT_TRANSLATE_NOOP("engine", "Try again later, or use another mirror."),
        QT_TRANSLATE_NOOP("engine", "{words} names a file {words2}."),
        QT_TRANSLATE_NOOP("engine", "Nothing was fetched; do not trust it."),
        QT_TRANSLATE_NOOP("engine", "No checksum is published for {words}."),
        QT_TRANSLATE_NOOP("engine", "Use another mirror."),
        QT_TRANSLATE_NOOP(
            "engine", "What is published as {words} is not the file that the catalogue knows: its SHA-256 is another."
        ),
        QT_TRANSLATE_NOOP("engine", "Nothing was fetched. See {words}."),
        QT_TRANSLATE_NOOP("engine", "The download of {words} breaks off at {words2} of {words3}."),
        QT_TRANSLATE_NOOP("engine", "Try again later: it goes on from there."),
        QT_TRANSLATE_NOOP("engine", "The catalogue has no model {words}."),
        QT_TRANSLATE_NOOP("engine", "It has {words}."),
        QT_TRANSLATE_NOOP("engine", "Check that the disk is connected and the file yours."),
        QT_TRANSLATE_NOOP("engine", "Check that the disk is connected."),
        QT_TRANSLATE_NOOP("engine", "Check the name, or list the models: plantain models list."),
        QT_TRANSLATE_NOOP("engine", "Close what has it open."),
        QT_TRANSLATE_NOOP("engine", "Correct it in the program it belongs to."),
        QT_TRANSLATE_NOOP("engine", "Delete it there, or stop sharing its folder: plantain models remove FOLDER."),
        QT_TRANSLATE_NOOP("engine", "Download or copy it again."),
        QT_TRANSLATE_NOOP("engine", "Download or copy the missing files."),
        QT_TRANSLATE_NOOP("engine", "Free some space or choose another folder with PLANTAIN_MODELS; nothing was imported."),
        QT_TRANSLATE_NOOP("engine", "Free some space, or choose another folder with PLANTAIN_MODELS."),
        QT_TRANSLATE_NOOP(
            "engine", "It cannot be told which models “{words}” was made for, so it cannot be used with “{words2}”."
        ),
        QT_TRANSLATE_NOOP("engine", "Let the render end, or close the window that uses it, then try again."),
        QT_TRANSLATE_NOOP("engine", "Name a folder with .safetensors or .gguf files or diffusers folders."),
        QT_TRANSLATE_NOOP("engine", "Name a folder with a model_index.json or a config.json, or a weight file."),
        QT_TRANSLATE_NOOP("engine", "Name the folder of ComfyUI, A1111 or InvokeAI, or one of models."),
        QT_TRANSLATE_NOOP("engine", "Name the folders themselves."),
        QT_TRANSLATE_NOOP("engine", "Only .safetensors files in the model's folder are read."),
        QT_TRANSLATE_NOOP("engine", "Parts that bring their own code are never loaded; use another version of this model."),
        QT_TRANSLATE_NOOP("engine", "Plantain never runs a model's own code; use a version without it."),
        QT_TRANSLATE_NOOP("engine", "Put the configuration and the weights of one model together."),
        QT_TRANSLATE_NOOP("engine", "Remove the model and import it again."),
        QT_TRANSLATE_NOOP("engine", "Rename it to end in {words}."),
        QT_TRANSLATE_NOOP("engine", "Say which by its id."),
        QT_TRANSLATE_NOOP(
            "engine",
            "Take its .safetensors file, or convert it on a spare machine: torch.load(weights_only=True), then save_file.",
        ),
        QT_TRANSLATE_NOOP("engine", "The folder is not there; connect its disk, or stop sharing it."),
        QT_TRANSLATE_NOOP("engine", "There are: {words}."),
        QT_TRANSLATE_NOOP("engine", "There is no file or folder {words}."),
        QT_TRANSLATE_NOOP("engine", "There is no model “{words}”."),
        QT_TRANSLATE_NOOP("engine", "There is no model “{words}”; the library is empty."),
        QT_TRANSLATE_NOOP("engine", "Use .safetensors, .gguf or a diffusers folder."),
        QT_TRANSLATE_NOOP("engine", "Use a model of a listed family."),
        QT_TRANSLATE_NOOP("engine", "Use a model of a listed family; pipelines that bring their own code are never run."),
        QT_TRANSLATE_NOOP("engine", "Use a version of this model that diffusers knows by itself."),
        QT_TRANSLATE_NOOP("engine", "Use another file of this model."),
        QT_TRANSLATE_NOOP("engine", "Use another model."),
        QT_TRANSLATE_NOOP("engine", "{words} cannot be read ({error})."),
        QT_TRANSLATE_NOOP("engine", "{words} cannot be read as YAML."),
        QT_TRANSLATE_NOOP("engine", "{words} holds no model."),
        QT_TRANSLATE_NOOP("engine", "{words} holds no models."),
        QT_TRANSLATE_NOOP("engine", "{words} is too long to be a list of folders."),
        QT_TRANSLATE_NOOP("engine", "“{words}” was made for {words2}, and “{words3}” is {words4}."),
        QT_TRANSLATE_NOOP("engine", "“{words}” asks for the pipeline {words2}, which is not one that Plantain knows."),
        QT_TRANSLATE_NOOP(
            "engine", "“{words}” asks for {words2}.{words3} as its {words4}, which is not a class that Plantain knows."
        ),
        QT_TRANSLATE_NOOP(
            "engine", "“{words}” asks to run code that is not part of diffusers ({words2} in {words3}/{words4})."
        ),
        QT_TRANSLATE_NOOP("engine", "“{words}” brings a program of its own, {words2}, which Plantain does not run."),
        QT_TRANSLATE_NOOP("engine", "“{words}” could not be removed ({error})."),
        QT_TRANSLATE_NOOP("engine", "“{words}” could not be stored ({error})."),
        QT_TRANSLATE_NOOP("engine", "“{words}” has no set of weights for all its parts."),
        QT_TRANSLATE_NOOP("engine", "“{words}” has no weights in “{words2}”."),
        QT_TRANSLATE_NOOP("engine", "“{words}” holds a {words2}, which is no network that Plantain knows."),
        QT_TRANSLATE_NOOP("engine", "“{words}” holds arrays of an unknown type, “{words2}”."),
        QT_TRANSLATE_NOOP("engine", "“{words}” holds no weights that can be read."),
        QT_TRANSLATE_NOOP("engine", "“{words}” holds weights of no kind that Plantain knows."),
        QT_TRANSLATE_NOOP("engine", "“{words}” is a VAE for latents of {figure} channels, and “{words2}” makes {figure2}."),
        QT_TRANSLATE_NOOP(
            "engine", "“{words}” is a pickle, which can run any program when it is opened, so Plantain never opens one."
        ),
        QT_TRANSLATE_NOOP("engine", "“{words}” is a {words2} file by another name."),
        QT_TRANSLATE_NOOP("engine", "“{words}” is a {words2} of its own and cannot be added to another model."),
        QT_TRANSLATE_NOOP("engine", "“{words}” is damaged: {error}."),
        QT_TRANSLATE_NOOP("engine", "“{words}” is in use."),
        QT_TRANSLATE_NOOP(
            "engine", "“{words}” is not what it was when it was last verified. Fetch it again where it came from."
        ),
        QT_TRANSLATE_NOOP("engine", "“{words}” is shared with another program and stays where it is."),
        QT_TRANSLATE_NOOP("engine", "“{words}” lacks its folder “{words2}”."),
        QT_TRANSLATE_NOOP("engine", "“{words}” lacks the index of the weights in “{words2}”."),
        QT_TRANSLATE_NOOP("engine", "“{words}” lacks {figure} of {figure2} weight files in “{words2}”: {words3}."),
        QT_TRANSLATE_NOOP("engine", "“{words}” lacks {words2}/{words3}."),
        QT_TRANSLATE_NOOP("engine", "“{words}” may be any of {words2}."),
        QT_TRANSLATE_NOOP("engine", "“{words}” needs {figure} MB and the disk of the library has {figure2} MB free."),
        QT_TRANSLATE_NOOP("engine", "“{words}” wants weights from {words2}."),
        QT_TRANSLATE_NOOP("engine", "“{words}”: the weights in “{words2}” are not those of its config.json ({error})."),
        QT_TRANSLATE_NOOP(
            "engine",
            "“{words}” cannot be the {words2} of {words3}: its inputs and outputs have {words4} dimensions, not {words5}.",
        ),
        QT_TRANSLATE_NOOP("engine", "Export the critic again, or correct its card."),
        QT_TRANSLATE_NOOP("engine", "{words} has no {words2}, so what its networks are for is not known."),
        QT_TRANSLATE_NOOP(
            "engine", "Export the critic with plantain models export-critic, or write a card as docs/critics.md shows."
        ),
        QT_TRANSLATE_NOOP("engine", "“{words}” lacks its weights, {words2}."),
        QT_TRANSLATE_NOOP("engine", "Copy or export it again."),
        QT_TRANSLATE_NOOP("engine", "ONNX Runtime cannot run “{words}” ({error})."),
        QT_TRANSLATE_NOOP("engine", "Export it again."),
        QT_TRANSLATE_NOOP("engine", "“{words}” is no ONNX network."),
        QT_TRANSLATE_NOOP("engine", "Export it again, or take another file."),
        QT_TRANSLATE_NOOP("engine", "“{words}” is of ONNX operator set {figure}; Plantain runs {figure2} to {figure3}."),
        QT_TRANSLATE_NOOP("engine", "Export it again with one of these."),
        QT_TRANSLATE_NOOP("engine", "They must lie in the same folder."),
    ),
)
