//! The titles before the names of people.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::types::{Fact, Mention, OfficeFact, Span};

/// The ranks of names that follow a title, and the names of all who hold an office.
#[derive(Debug)]
pub struct Titles {
    ranks: FxHashMap<Span, &'static str>,
    holders: FxHashSet<Span>,
}

impl Titles {
    /// Finds them among the offices of a document.
    pub fn of(offices: &[Fact<OfficeFact>]) -> Titles {
        let ranked = |fact: &Fact<OfficeFact>| {
            let holder = fact.detail.holder.filter(|&holder| fact.detail.office.role.start < holder.start)?;
            Some((holder, fact.detail.office.rank?))
        };
        let holders = offices.iter().filter_map(|fact| fact.detail.holder);
        Titles { ranks: offices.iter().filter_map(ranked).collect(), holders: holders.collect() }
    }

    /// Whether a royal title comes before the name, and so goes with a given name: `Prince Edward` is not Edward Finch.
    pub fn is_royal(&self, name: Span) -> bool {
        const ROYAL: [&str; 6] = ["Crown Prince", "King", "Pope", "Prince", "Princess", "Queen"];
        self.ranks.get(&name).is_some_and(|rank| ROYAL.contains(rank))
    }

    /// Whether a title comes before the name.
    pub fn is_before(&self, name: Span) -> bool {
        self.ranks.contains_key(&name)
    }

    /// Whether a title comes before one of the mentions.
    pub fn is_any(&self, mentions: &[Mention]) -> bool {
        mentions.iter().any(|mention| self.is_before(mention.span))
    }

    /// Whether one of the mentions is given with an office.
    pub fn tell_of(&self, mentions: &[Mention]) -> bool {
        mentions.iter().any(|mention| self.holders.contains(&mention.span))
    }

    /// Whether a person has the title before the name: `Senator Finch` is not his widow, Nora Finch.
    pub fn is_held(&self, name: Span, known: &[Mention]) -> bool {
        let rank = self.ranks.get(&name);
        rank.is_some() && known.iter().any(|mention| self.ranks.get(&mention.span) == rank)
    }
}
