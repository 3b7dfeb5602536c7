"""Acts on plans: each locks projects first, then the plan (docs/keputusan/0026-kunci.md)."""
