"""The classes of diffusers and transformers that a model folder may name. Anything else is refused before they read it."""

from __future__ import annotations

from typing import Final

from engine.models.model import Family


def _set(names: str) -> frozenset[str]:
    return frozenset(names.split())


_PIPELINES: Final[dict[Family, str]] = {
    "sd15": "StableDiffusion StableDiffusionImg2Img StableDiffusionInpaint StableDiffusionControlNet "
    "StableDiffusionControlNetImg2Img StableDiffusionControlNetInpaint StableDiffusionInstructPix2Pix",
    "sdxl": "StableDiffusionXL StableDiffusionXLImg2Img StableDiffusionXLInpaint StableDiffusionXLControlNet "
    "StableDiffusionXLControlNetImg2Img StableDiffusionXLControlNetInpaint StableDiffusionXLControlNetUnion "
    "StableDiffusionXLInstructPix2Pix",
    "sd3": "StableDiffusion3 StableDiffusion3Img2Img StableDiffusion3Inpaint StableDiffusion3ControlNet "
    "StableDiffusion3ControlNetInpainting",
    "flux": "Flux FluxImg2Img FluxInpaint FluxFill FluxControl FluxControlImg2Img FluxControlInpaint FluxControlNet "
    "FluxControlNetImg2Img FluxControlNetInpaint",
    "flux-kontext": "FluxKontext FluxKontextInpaint",
    "flux2": "Flux2 Flux2Klein Flux2KleinInpaint Flux2KleinKV",
    "z-image": "ZImage ZImageImg2Img ZImageInpaint ZImageOmni ZImageControlNet ZImageControlNetInpaint",
    "qwen-image": "QwenImage QwenImageImg2Img QwenImageInpaint QwenImageControlNet QwenImageControlNetInpaint QwenImageLayered",
    "qwen-image-edit": "QwenImageEdit QwenImageEditInpaint QwenImageEditPlus",
    "qwen-image-2.1": "QwenImage21",
    "sana": "Sana SanaControlNet",
    "sana-sprint": "SanaSprint SanaSprintImg2Img",
    "chroma": "Chroma ChromaImg2Img ChromaInpaint",
    "ernie-image": "ErnieImage",
    "longcat-image": "LongCatImage LongCatImageEdit",
    "ovis-image": "OvisImage",
    "glm-image": "GlmImage",
    "krea2": "Krea2",
    "ideogram4": "Ideogram4",
    "kandinsky": "Kandinsky KandinskyCombined KandinskyImg2Img KandinskyInpaint KandinskyPrior",
    "kandinsky22": "KandinskyV22 KandinskyV22Combined KandinskyV22Img2Img KandinskyV22Inpaint KandinskyV22Prior",
    "kandinsky3": "Kandinsky3 Kandinsky3Img2Img",
    "pixart": "PixArtAlpha PixArtSigma",
    "hunyuan-dit": "HunyuanDiT",
    "lumina": "Lumina",
    "lumina2": "Lumina2",
    "auraflow": "AuraFlow",
    "hidream": "HiDreamImage",
    "cogview3": "CogView3Plus",
    "cogview4": "CogView4 CogView4Control",
    "cascade": "StableCascadeCombined StableCascadeDecoder StableCascadePrior",
    "deepfloyd-if": "IF IFImg2Img IFInpainting",
    "kolors": "Kolors KolorsImg2Img",
    "lcm": "LatentConsistencyModel LatentConsistencyModelImg2Img",
    "nucleusmoe-image": "NucleusMoEImage",
}
PIPELINES: Final[dict[str, Family]] = {
    f"{name}Pipeline": family for family, names in _PIPELINES.items() for name in names.split()
}


DENOISERS: Final = _set(
    """
    UNet2DConditionModel Kandinsky3UNet StableCascadeUNet PriorTransformer SD3Transformer2DModel FluxTransformer2DModel
    Flux2Transformer2DModel ZImageTransformer2DModel QwenImageTransformer2DModel QwenImage21Transformer2DModel
    SanaTransformer2DModel ChromaTransformer2DModel ErnieImageTransformer2DModel LongCatImageTransformer2DModel
    OvisImageTransformer2DModel GlmImageTransformer2DModel Krea2Transformer2DModel Ideogram4Transformer2DModel
    PixArtTransformer2DModel Transformer2DModel HunyuanDiT2DModel LuminaNextDiT2DModel Lumina2Transformer2DModel
    AuraFlowTransformer2DModel HiDreamImageTransformer2DModel CogView3PlusTransformer2DModel CogView4Transformer2DModel
    NucleusMoEImageTransformer2DModel
    """
)
VAES: Final = _set(
    """
    AutoencoderKL AutoencoderKLFlux2 AutoencoderKLQwenImage AutoencoderKLQwenImage21 AutoencoderKLWan AutoencoderDC
    AutoencoderTiny AsymmetricAutoencoderKL ConsistencyDecoderVAE VQModel
    """
)
CONTROLNETS: Final = _set(
    """
    ControlNetModel ControlNetUnionModel FluxControlNetModel SD3ControlNetModel QwenImageControlNetModel
    ZImageControlNetModel SanaControlNetModel
    """
)
_SCHEDULERS: Final = _set(
    """
    DDIMScheduler DDPMScheduler DDPMWuerstchenScheduler DEISMultistepScheduler DPMSolverMultistepScheduler
    DPMSolverSDEScheduler DPMSolverSinglestepScheduler EDMDPMSolverMultistepScheduler EDMEulerScheduler
    EulerAncestralDiscreteScheduler EulerDiscreteScheduler FlowMatchEulerDiscreteScheduler FlowMatchHeunDiscreteScheduler
    FlowMatchLCMScheduler HeunDiscreteScheduler IPNDMScheduler KDPM2AncestralDiscreteScheduler KDPM2DiscreteScheduler
    LCMScheduler LMSDiscreteScheduler PNDMScheduler SASolverScheduler SCMScheduler TCDScheduler UnCLIPScheduler
    UniPCMultistepScheduler
    """
)
TEXT_ENCODERS: Final = _set(
    """
    CLIPTextModel CLIPTextModelWithProjection T5EncoderModel UMT5EncoderModel BertModel XLMRobertaModel
    Qwen2_5_VLForConditionalGeneration Qwen2VLForConditionalGeneration Qwen3Model Qwen3ForCausalLM
    Qwen3VLForConditionalGeneration Qwen3VLModel Mistral3ForConditionalGeneration Mistral3Model MistralModel
    Ministral3Model Ministral3ForCausalLM Gemma2Model Gemma2ForCausalLM
    GemmaModel Gemma3Model LlamaForCausalLM LlamaModel GlmModel GlmForCausalLM
    Glm4Model GlmImageForConditionalGeneration
    """
)
CRITICS: Final = {
    "Owlv2ForObjectDetection": "owlv2", "SiglipModel": "siglip2", "Siglip2Model": "siglip2", "Dinov2Model": "dinov2",
    "Dinov2WithRegistersModel": "dinov2",
}  # fmt: skip
"""Classes of networks that check pictures, with the kind of critic that each is exported as."""
IMAGE_ENCODERS: Final = _set("CLIPVisionModel CLIPVisionModelWithProjection SiglipVisionModel")
_READERS: Final = _set(
    """
    CLIPTokenizer CLIPTokenizerFast T5Tokenizer T5TokenizerFast BertTokenizer BertTokenizerFast XLMRobertaTokenizer
    XLMRobertaTokenizerFast Qwen2Tokenizer Qwen2TokenizerFast GemmaTokenizer GemmaTokenizerFast LlamaTokenizer
    LlamaTokenizerFast PreTrainedTokenizerFast PreTrainedTokenizer TokenizersBackend ByT5Tokenizer AutoTokenizer
    AutoProcessor Qwen2VLProcessor Qwen2_5_VLProcessor Qwen3VLProcessor PixtralProcessor GlmImageProcessor
    CLIPImageProcessor CLIPImageProcessorFast CLIPFeatureExtractor SiglipImageProcessor SiglipImageProcessorFast
    Qwen2VLImageProcessor Qwen2VLImageProcessorFast
    """
)
COMPONENTS: Final[dict[str, frozenset[str]]] = {
    "diffusers": DENOISERS | VAES | CONTROLNETS | _SCHEDULERS,
    "transformers": TEXT_ENCODERS | IMAGE_ENCODERS | _READERS,
    "stable_diffusion": frozenset({"StableDiffusionSafetyChecker"}),
    "kolors": frozenset({"ChatGLMModel", "ChatGLMTokenizer"}),
    "deepfloyd_if": frozenset({"IFSafetyChecker", "IFWatermarker"}),
}
_CHECKERS: Final = _set("StableDiffusionSafetyChecker IFSafetyChecker")
NETWORKS: Final = DENOISERS | VAES | CONTROLNETS | TEXT_ENCODERS | IMAGE_ENCODERS | _CHECKERS | _set("ChatGLMModel")
