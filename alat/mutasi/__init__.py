"""Mutation tests: break one spot at a time and see whether a test fails (docs/pengujian.md).

Poodle and a few mutators of ours say what to break; a pytest process that has everything loaded
forks once per mutant, so that one costs as much as the tests that reach it.
"""
