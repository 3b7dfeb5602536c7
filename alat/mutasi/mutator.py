"""The mutators: those of Poodle, and ours for what acts are made of."""

import ast
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

from poodle.data_types import FileMutation, Mutator
from poodle.mutate import builtin_mutators

Pengganti = Iterator[tuple[ast.AST, str]]
# A changed sentence is a change of words, not of behaviour: no test reads each of them.
KALIMAT = " "


class Milik(Mutator):
    """A mutator of ours: `ganti` yields a node and the text that takes its place."""

    def create_mutations(self, parsed_ast: ast.Module, *_: Any, **__: Any) -> list[FileMutation]:
        """Return every mutation of this kind in the module."""
        self.add_parent_attr(parsed_ast)
        simpul = [n for n in ast.walk(parsed_ast) if not self.is_annotation(n)]
        return [
            self.create_file_mutation(lama, baru)
            for satu in simpul
            for lama, baru in self.ganti(satu)
        ]

    def ganti(self, node: ast.AST) -> Pengganti:
        """Return what takes the place of this node; each mutator of ours overrides it."""
        return iter(())


class BarisHilang(Milik):
    """A value is not set, an error not raised."""

    mutator_name = "BarisHilang"

    def ganti(self, node: ast.AST) -> Pengganti:
        if isinstance(node, ast.Raise | ast.Delete) or self._menyetel(node):
            yield node, "pass"

    def _menyetel(self, node: ast.AST) -> bool:
        """Return whether it sets attributes or items; a missing name would fail at once."""
        if isinstance(node, ast.AugAssign):
            return True
        sasaran = node.targets if isinstance(node, ast.Assign) else []
        return any(
            isinstance(n, ast.Attribute | ast.Subscript) for s in sasaran for n in ast.walk(s)
        )


class SyaratTerbalik(Milik):
    """A condition is turned round, where no comparison in it is by another mutator."""

    mutator_name = "SyaratTerbalik"

    def ganti(self, node: ast.AST) -> Pengganti:
        syarat = [node.test] if isinstance(node, ast.If | ast.IfExp | ast.While) else []
        if isinstance(node, ast.comprehension):
            syarat = node.ifs
        for satu in syarat:
            if isinstance(satu, ast.Name | ast.Attribute | ast.Call | ast.NamedExpr):
                yield satu, f"(not ({ast.unparse(satu)}))"


class BagianHilang(Milik):
    """One part is missing: an operand of and/or/&/|, an element, a keyword argument."""

    mutator_name = "BagianHilang"

    def ganti(self, node: ast.AST) -> Pengganti:
        if isinstance(node, ast.BoolOp):
            yield from _tanpa_satu(node, "values")
        elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr | ast.BitAnd):
            for sisa in (node.left, node.right):
                yield node, f"({ast.unparse(sisa)})"
        elif isinstance(node, ast.Tuple | ast.List | ast.Set) and self._nilai(node):
            yield from _tanpa_satu(node, "elts")
        elif isinstance(node, ast.Call):
            yield from _tanpa_satu(node, "keywords", kurung=False)

    def _nilai(self, node: ast.Tuple | ast.List | ast.Set) -> bool:
        """Return whether it is a value of several: no target, no index, not unpacked at once."""
        induk = node.parent  # type: ignore[union-attr]  # set above
        if isinstance(induk, ast.Subscript) or not isinstance(
            getattr(node, "ctx", None), ast.Load | None
        ):
            return False
        dibongkar = isinstance(induk, ast.Assign) and isinstance(induk.targets[0], ast.Tuple)
        return len(node.elts) > 1 and not dibongkar


class AnggotaLain(Milik):
    """Another member of the same enum stands there."""

    mutator_name = "AnggotaLain"
    anggota: dict[str, list[str]] = {}

    def ganti(self, node: ast.AST) -> Pengganti:
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            semua = self.anggota.get(node.value.id, [])
            if node.attr in semua and len(semua) > 1:
                lain = semua[(semua.index(node.attr) + 1) % len(semua)]
                yield node, f"{node.value.id}.{lain}"


def _tanpa_satu(node: Any, bidang: str, kurung: bool = True) -> Pengganti:
    semua = getattr(node, bidang)
    for tempat in range(len(semua)):
        setattr(node, bidang, semua[:tempat] + semua[tempat + 1 :])
        satu = node.values[0] if isinstance(node, ast.BoolOp) and len(node.values) == 1 else node
        teks = ast.unparse(satu)
        setattr(node, bidang, semua)
        yield node, f"({teks})" if kurung and not isinstance(node, ast.Set | ast.List) else teks


def anggota_enum(sumber: str) -> dict[str, list[str]]:
    """Return the members of every class in an enums.py, in their order."""
    kelas = [n for n in ast.parse(sumber).body if isinstance(n, ast.ClassDef)]
    return {
        k.name: [
            s.id
            for baris in k.body
            if isinstance(baris, ast.Assign)
            for s in baris.targets
            if isinstance(s, ast.Name) and s.id.isupper()
        ]
        for k in kelas
    }


def mutasi(sumber: str) -> list[FileMutation]:
    """Return all mutations of a module but those that say nothing."""
    milik = (BarisHilang, SyaratTerbalik, BagianHilang, AnggotaLain)
    atur, baris = SimpleNamespace(mutator_opts={}), sumber.splitlines()
    pembuat = [kelas(config=atur, echo=print) for kelas in (*builtin_mutators.values(), *milik)]
    semua = [m for satu in pembuat for m in satu.create_mutations(ast.parse(sumber), baris)]
    return [satu for satu in semua if not _hampa(satu, baris)]


def _hampa(satu: FileMutation, baris: list[str]) -> bool:
    """Return whether it changes a sentence, or compares by `is` with a text, which is never so."""
    sebelum = baris[satu.lineno - 1].encode()[: satu.col_offset].decode()
    if satu.mutator_name == "Keyword" and satu.text == "' '":
        return sebelum.endswith((" is ", " is not "))
    return satu.mutator_name == "String" and KALIMAT in satu.text
