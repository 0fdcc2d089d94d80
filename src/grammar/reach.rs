//! How far rules look for words that belong together, where several rules look equally far.
//!
//! Lengths are in tokens, here and in the rules, unless the name says otherwise: `..._SENTENCES`, `..._BYTES`.

/// The most tokens of a relative clause: `who was the warden of Tarn until the mill burned`.
pub const RELATIVE: usize = 24;

/// Maximum number of tokens from a comma to the one that closes the insertion.
pub const SET_APART: usize = 8;

/// Maximum number of tokens in brackets.
pub const BRACKET: usize = 24;

/// The most tokens of a hearer, between the verb and the content: `told reporters in the town hall that`.
pub const HEARER: usize = 14;

/// The most sentences between a person or thing and a number or age that refers back to it.
pub const TAKEN_UP_SENTENCES: u32 = 3;
