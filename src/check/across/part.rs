//! The lists that the checks work on: as much of what is related in an archive as fits into memory.

use super::{archive::FactAt, figure_pairs::FigurePair};

/// Facts of different articles that belong together; each list is sorted.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Part {
    /// Articles that are copies of one text.
    pub copies: Vec<Vec<usize>>,
    /// Articles of one story.
    pub told: Vec<Vec<usize>>,
    /// Figures that may state one quantity; all pairs of a first article are in one part.
    pub figures: Vec<FigurePair>,
    /// Those that seem to state one quantity with two values; all pairs of a first article are in one part.
    pub disputes: Vec<FigurePair>,
    /// The same, with one value a thousand, a million or a billion times the other.
    pub magnitudes: Vec<FigurePair>,
    /// The same, with a word next to one that changes what is counted; all pairs of a first article are in one part.
    pub scopes: Vec<FigurePair>,
    /// One unusual number in two articles of one story; all pairs of a first article are in one part.
    pub coincidences: Vec<(FactAt, FactAt)>,
    /// Numbers printed in the same words with two values.
    pub reprints: Vec<(FactAt, FactAt)>,
    /// Numbers of houses in one street.
    pub houses: Vec<(FactAt, FactAt)>,
    /// Figures for something that grows, the earlier first; all pairs of a first article are in one part.
    pub updates: Vec<(FactAt, FactAt)>,
    /// Figures that state one quantity with the same value.
    pub agreeing: Vec<Vec<FactAt>>,
    /// Quotations that are printings of one, or one a part of the other.
    pub quotes: Vec<(FactAt, FactAt)>,
    /// Quotations that are printed alike.
    pub printings: Vec<Vec<FactAt>>,
    /// People with the same name.
    pub people: Vec<(FactAt, FactAt)>,
    /// People of one story whose names are a slip of the pen apart.
    pub spellings: Vec<(FactAt, FactAt)>,
    /// Offices of one rank that one person holds at a time; all pairs of a first article are in one part.
    pub holders: Vec<(FactAt, FactAt)>,
}
