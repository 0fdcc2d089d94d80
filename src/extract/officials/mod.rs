//! People and the offices they hold.
//!
//! Titles are found first, then names; the rules for offices start from a title and look for its
//! holder among the names around it.

mod aged;
mod anatomy;
mod apposition;
mod appositive;
mod between;
mod bodies_out;
mod body_words;
mod called;
mod candidate;
mod certainty;
mod context;
mod copula;
mod description;
mod epithet;
mod field;
mod full_name;
mod holder;
mod holder_body;
mod initials;
mod joined;
mod jurisdiction;
mod kinds;
mod later_name;
mod left_out;
mod letters;
mod lone;
mod market;
mod modifiers;
mod name;
mod name_model;
mod name_shape;
mod not_holder;
mod noun_phrase;
mod nouns;
mod odd_word;
mod office;
mod office_before;
mod opening_word;
mod organisation;
mod organisation_before;
mod other_use;
mod passing;
mod past;
mod portfolio;
mod predecessor;
mod pronoun;
mod rank;
mod relative;
mod scene;
mod seat;
mod setting;
mod site;
mod style;
mod surroundings;
mod syllables;
mod telling;
mod tenure;
mod thing;
mod title;
mod title_case;
mod title_name;
mod titled_name;
mod titled_site;
mod unnamed;
mod word_before;
mod worded_name;
mod work;

pub use self::name_model::{FEATURES, Features, Model};
use self::{name::NameSpan, office::Phrase, scene::Scene};
use crate::types::{Document, Fact, Name, OfficeFact, Span, Tags};

/// A rule for offices: it starts from a title and the words around it.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// `officials.file`.
    pub name: &'static str,
    /// The file's own text: `newsfacts list` prints its leading `//!` lines, and an interrupted run resumes only with
    /// the same texts.
    pub source: &'static str,
    /// Adds the offices that the phrase denotes; returns whether there are any.
    extract: fn(&Scene, &Phrase, &mut Vec<Fact<OfficeFact>>) -> bool,
}

/// All rules for offices; the first that finds a holder for a title decides.
pub const RULES: &[Rule] = &[
    titled_name::RULE,
    appositive::RULE,
    between::RULE,
    letters::RULE,
    copula::RULE,
    relative::RULE,
    epithet::RULE,
    pronoun::RULE,
    unnamed::RULE,
];

/// Mentions of people by name, and offices; each in order of their spans.
pub type NamesAndOffices = (Vec<Fact<Name>>, Vec<Fact<OfficeFact>>);

/// All mentions of people by name and all offices of a document.
pub fn extract(document: &Document) -> NamesAndOffices {
    extract_all(std::slice::from_ref(document)).pop().unwrap_or_default()
}

/// As [`extract`], for several documents.
pub fn extract_all(documents: &[Document]) -> Vec<NamesAndOffices> {
    let titles: Vec<_> = documents.iter().map(title::find).collect();
    let with_titles = documents.iter().zip(&titles);
    let candidates: Vec<_> = with_titles.map(|(document, titles)| candidate::find(document, titles)).collect();
    let with_candidates = documents.iter().zip(&candidates);
    let names: Vec<_> =
        with_candidates.map(|(document, candidates)| name::find(document, candidates, &name_model::MODEL)).collect();
    let scenes = documents.iter().zip(titles).zip(names);
    scenes.map(|((document, titles), names)| offices(Scene { document, titles, names })).collect()
}

/// The names of a scene and the offices that the rules find in it, without names that are single words of a role.
fn offices(mut scene: Scene) -> NamesAndOffices {
    let mut offices = Vec::new();
    for index in 0..scene.titles.len() {
        if is_inside_role(&scene, index, offices.last()) {
            continue;
        }
        let phrase = office::phrase(&scene, index);
        let _ = RULES.iter().any(|rule| (rule.extract)(&scene, &phrase, &mut offices));
    }
    unnamed::without_named(scene.document, &mut offices);
    offices.sort_by_key(|fact| fact.span);
    leave_roles_out(&mut scene, &offices);
    bodies_out::leave_out(&mut scene, &offices);
    (scene.name_facts(), offices)
}

/// Whether a title belongs to the role of the last office found: the `governors` of `Chair of governors Ann Reed`.
fn is_inside_role(scene: &Scene, index: usize, last: Option<&Fact<OfficeFact>>) -> bool {
    let tokens = scene.titles[index].tokens.clone();
    if scene.document.tags(tokens.start).any(Tags::CAPITALISED) {
        return false;
    }
    let title = scene.document.span(tokens);
    let role = last.map(|fact| fact.detail.office.role);
    role.is_some_and(|role| role.start < title.start && title.end <= role.end)
}

/// Drops single words inside a role: the `Parks` of `Cabinet Member for Highways, Parks and Quays`.
fn leave_roles_out(scene: &mut Scene, offices: &[Fact<OfficeFact>]) {
    for fact in offices {
        let role = scene.document.tokens_in(fact.detail.office.role);
        let first = scene.names.partition_point(|name| name.tokens.start < role.start);
        let inside = |name: &&NameSpan| name.tokens.end <= role.end && name.tokens.len() == 1;
        let end = first + scene.names[first..].iter().take_while(inside).count();
        scene.names.drain(first..end);
    }
}

/// What the model that judges names sees in a document: the words and the features of each candidate without a title.
/// For training.
pub fn name_examples(document: &Document) -> Vec<(Span, Features)> {
    name::examples(document, &candidate::find(document, &title::find(document)))
}

/// The mentions of people by name if `model` judges those without a title. For measuring a model.
pub fn names_by(document: &Document, model: &Model) -> Vec<Span> {
    let candidates = candidate::find(document, &title::find(document));
    let names = name::find(document, &candidates, model);
    names.into_iter().map(|name| document.span(name.tokens)).collect()
}
