//! Offices of several fields, which a speaker mention must not split: "harbours" in "the minister for rivers and
//! harbours".

use crate::types::{Document, Fact, OfficeFact, Span, Tags};

/// Roles with `and` or a comma inside, with the holders named next to them.
#[derive(Debug, Default)]
pub struct Portfolios(Vec<(Span, Option<Span>)>);

impl Portfolios {
    /// Finds them among the offices of a document.
    pub fn of(document: &Document, offices: &[Fact<OfficeFact>]) -> Portfolios {
        let several = |role: Span| {
            let words = document.text(role);
            words.contains(" and ") || words.contains([',', '&'])
        };
        let roles = offices.iter().map(|fact| (fact.detail.office.role, fact.detail.holder));
        Portfolios(roles.filter(|&(role, _)| several(role)).collect())
    }

    /// Whether a place in the text is inside one of the roles.
    pub fn contain(&self, at: Span) -> bool {
        self.0.iter().any(|(role, _)| role.contains(at))
    }

    /// A speaker mention extended to the whole of an office that it splits, or the holder if the office follows the
    /// name.
    pub fn whole(&self, document: &Document, mention: Span) -> Option<Span> {
        let cut = |role: Span| {
            let inside = |at: u32| role.start < at && at < role.end;
            inside(mention.start) || inside(mention.end)
        };
        let &(role, holder) = self.0.iter().find(|&&(role, _)| cut(role))?;
        if let Some(holder) = holder.filter(|holder| holder.end <= role.start && mention.start >= holder.end) {
            return Some(holder);
        }
        let first = document.token_at(role.start);
        let article = first.checked_sub(1).filter(|&before| document.tags(before).any(Tags::DETERMINER));
        let start = article.map_or(role.start, |before| document.tokens[before].span.start);
        let direct = holder.filter(|holder| holder.start == role.end + 1);
        let end = direct.map_or(role.end, |holder| holder.end);
        Some(Span { start: start.min(mention.start), end: end.max(mention.end) })
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::quotes;

    #[test]
    fn an_office_of_several_fields_speaks_as_one() {
        quotes(
            "
The minister for rivers and quays, Una Trant, said the weir would hold.
                                                   ^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[The minister for rivers and quays] person=[Una Trant]
Ivo Amos, Cabinet Member for Highways, Barges and Quays, said the lock was shut.
                                                              ^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Ivo Amos] person=[Ivo Amos]
Roads, Water and Sport Minister Ruth Dale said the mill would close.
                                               ^^^^^^^^^^^^^^^^^^^^ quote indirect cue=[said] speaker=[Roads, Water and Sport Minister Ruth Dale] person=[Ruth Dale]
",
        );
    }
}
