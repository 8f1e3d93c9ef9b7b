import numpy as np
import pytest

from engine.renderers.studio.scene.materials import Look
from engine.renderers.studio.scene.meshes import extrude, lathe, rounded_box, rounded_rectangle
from engine.renderers.studio.scene.models import MODELS, parts
from engine.renderers.studio.scene.parts import Asked
from engine.renderers.studio.scene.tone import developed, linear, reflectance
from engine.renderers.studio.scene.triangulate import triangulate
from engine.staging import Pose, Solid
from engine.staging.shapes import SIZES, outline, size_of
from engine.types import Array
from engine.typography.fonts import face
from engine.typography.outline import outlines
from engine.vocabulary import GROUNDS, SHAPES


def area(contour: Array) -> float:
    x, y = contour[:, 0], contour[:, 1]
    return float(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1))) / 2


@pytest.mark.parametrize("letter", ["S", "8", "@", "é", "B", "新", "ش"])
def test_triangles_cover_a_letter_and_leave_its_holes(letter: str) -> None:
    for outer, holes in outlines(letter, face(letter, weight=700)):
        points, triangles = triangulate(outer, holes)
        covered = sum(area(points[t]) for t in triangles)
        assert covered == pytest.approx(area(outer) + sum(area(h) for h in holes), rel=1e-4)
        assert all(area(points[t]) >= -1e-9 for t in triangles)


def facing_out(points: Array, faces: Array, centre: Array) -> float:
    corners = points[faces]
    normal = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    size = np.linalg.norm(normal, axis=1)
    outward = ((corners.mean(1) - centre) * normal).sum(1) > 0
    return float(size[outward].sum() / size.sum())


def test_closed_meshes_face_outwards() -> None:
    box = rounded_box(0.2, 0.1, 0.3, 0.01)
    assert facing_out(box.points, box.faces, np.array([0, 0, 0.15])) > 0.999
    ball = lathe([(np.sin(t), 1 - np.cos(t)) for t in np.linspace(0, np.pi, 20)], 24)
    assert facing_out(ball.points, ball.faces, np.array([0, 0, 1.0])) > 0.999
    plate = extrude(rounded_rectangle(0.4, 0.2, 0.05), [], 0.05, 0.01)
    assert facing_out(plate.points, plate.faces, np.array([0, 0, 0.1])) > 0.999


def test_every_shape_has_a_model() -> None:
    drawn = set(SHAPES.values()) - (GROUNDS - {"podium"}) - {"label"}
    assert drawn <= set(MODELS)
    assert drawn <= set(SIZES)


@pytest.mark.parametrize("shape", sorted(MODELS))
def test_models_fill_their_staged_size(shape: str) -> None:
    size = size_of(shape, shape, 1.0)
    solid = Solid("id", 1, shape, shape, size, Pose())
    made = parts(Asked(solid, Look("glass" if shape in {"bottle", "jar"} else "matte", (90, 120, 150)), text="SALE"))
    points = np.concatenate([mesh.points for mesh, _ in made])
    staged = np.array(outline(shape, size, fine=True))
    extent, wanted = np.ptp(points, axis=0), np.ptp(staged, axis=0)
    assert np.isfinite(points).all()
    loose = 0.3 if shape in {"bag", "laptop"} else 0.06
    assert (np.abs(extent - wanted) <= loose * wanted.max()).all(), (extent, wanted)
    for mesh, _ in made:
        corners = mesh.points[mesh.faces]
        turned = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
        along = (turned * mesh.normals[mesh.faces].mean(axis=1)).sum(axis=1)
        assert (along < -1e-12).mean() < 0.01  # a face seen from its back is missing from the masks
        assert np.allclose(np.linalg.norm(mesh.normals, axis=1), 1, atol=1e-3)
        assert mesh.faces.max() < len(mesh.points)


def test_colours_appear_as_asked_under_metered_light() -> None:
    codes = np.array([[[30, 90, 168], [208, 32, 38], [36, 140, 66], [122, 76, 44], [200, 210, 190]]])
    shown = developed(reflectance(codes / 255) / 0.9, 1.0)
    assert np.abs(shown.astype(int) - codes).max() <= 2


def test_white_is_neither_clipped_nor_grey() -> None:
    white = developed(reflectance(np.ones((1, 1, 3))) / 0.9, 1.0)
    assert 238 <= white.min() <= white.max() <= 250
    assert developed(reflectance(np.zeros((1, 1, 3))) / 0.9, 1.0).max() < 32
    assert float(linear(np.array(1.0))) == 1.0
