//! How far a rule looks for what belongs together, where several rules look equally far.
//!
//! Lengths are in tokens, here and in the rules, unless the name says otherwise: `..._SENTENCES`, `..._BYTES`.

/// Most tokens of a relative clause: `who was the warden of Tarn until the mill burned`.
pub const RELATIVE: usize = 24;

/// Maximum number of tokens from a comma to the one that closes the insertion.
pub const SET_APART: usize = 8;

/// Maximum number of tokens in brackets.
pub const BRACKET: usize = 24;

/// Most tokens of who hears something, between the verb and what is told: `told reporters in the town hall that`.
pub const HEARER: usize = 14;

/// Sentences from what is told of to the number or age that takes it up again, at most.
pub const TAKEN_UP_SENTENCES: u32 = 3;
