#include "map/source_nodes.h"

#include <fmt/format.h>

#include "base/sha256.h"
#include "rdf/vocabulary.h"

namespace musclekg {

namespace {

/// The specification of fragments of CSV, as the Web Annotation Data Model names it (section 4.2.1).
constexpr std::string_view kCsvFragments = "http://tools.ietf.org/rfc/rfc7111";

}  // namespace

SourceNodes::SourceNodes(std::string_view base, QuotePolicy policy, NodeTable& nodes, NodeTable& scoped)
    : base_(base),
      policy_(policy),
      scoped_(scoped),
      v_{nodes.iri(rdf::type),
         nodes.iri(prov::Entity),
         nodes.iri(dcterms::format),
         nodes.iri(mkg::sha256),
         nodes.iri(mkg::characterCount),
         nodes.iri(mkg::file),
         nodes.iri(prov::wasDerivedFrom),
         nodes.iri(oa::SpecificResource),
         nodes.iri(oa::hasSource),
         nodes.iri(oa::hasSelector),
         nodes.iri(oa::TextQuoteSelector),
         nodes.iri(oa::exact),
         nodes.iri(oa::prefix),
         nodes.iri(oa::suffix),
         nodes.iri(oa::TextPositionSelector),
         nodes.iri(oa::start),
         nodes.iri(oa::end),
         nodes.iri(xsd::nonNegativeInteger),
         nodes.iri(xsd::integer),
         nodes.iri(xsd::boolean),
         nodes.iri(mkg::line),
         nodes.iri(mkg::column),
         nodes.iri(oa::FragmentSelector),
         nodes.iri(rdf::value),
         nodes.iri(dcterms::conformsTo),
         nodes.iri(kCsvFragments),
         nodes.iri(mkg::section),
         nodes.iri(mkg::Section),
         nodes.iri(mkg::order),
         nodes.iri(mkg::headingGiven),
         nodes.iri(mkg::topic),
         nodes.iri(dcterms::title),
         nodes.iri(dcterms::isPartOf),
         nodes.iri(mkg::quoteSha256)} {}

const Node* SourceNodes::integer(std::uint64_t value, const Node* type) { return scoped_.literal(fmt::format_int(value).c_str(), type); }

void SourceNodes::begin(const SourceText& text, std::string_view slug, const Node* page, bool row, const Node* graph,
                        Statements& statements) {
  text_ = &text;
  slug_ = slug;
  graph_ = graph;
  statements_ = &statements;
  text_node_ = scoped_.iri(scratch_.assign(base_).append("text/").append(text.sha256, 0, 32));
  if (row && told_ == text.sha256) return;
  told_ = text.sha256;
  say(text_node_, v_.type, v_.entity);
  say(text_node_, v_.format, scoped_.text(text.format));
  say(text_node_, v_.sha256, scoped_.text(text.sha256));
  say(text_node_, v_.characters, integer(text.characters, v_.integer_type));
  say(text_node_, v_.file, scoped_.text(text.file));
  if ((text.page || row) && page != nullptr) say(text_node_, v_.derived_from, page);
}

const Node* SourceNodes::anchor(const Quote& quote, std::uint32_t row, std::uint32_t cell) {
  const fmt::format_int begin(quote.begin), end(quote.end);
  scratch_.assign(base_).append(slug_).append("/anchor/").append(begin.c_str()).append("-").append(end.c_str());
  const Node* const anchor = scoped_.iri(scratch_);
  say(anchor, v_.type, v_.specific_resource);
  say(anchor, v_.has_source, text_node_);
  if (quote.section != 0) say(anchor, v_.section, section(quote.section));
  say(anchor, v_.line, integer(quote.where.line, v_.integer_type));
  say(anchor, v_.column, integer(quote.where.column, v_.integer_type));
  scratch_.assign(anchor->value).append("/position");
  const Node* const position = scoped_.iri(scratch_);
  say(anchor, v_.has_selector, position);
  say(position, v_.type, v_.position_selector);
  say(position, v_.start, integer(quote.begin, v_.count_type));
  say(position, v_.end, integer(quote.end, v_.count_type));
  if (row != 0 && cell != 0) {
    scratch_.assign(anchor->value).append("/cell");
    const Node* const fragment = scoped_.iri(scratch_);
    say(anchor, v_.has_selector, fragment);
    say(fragment, v_.type, v_.fragment_selector);
    scratch_.assign("cell=").append(fmt::format_int(row).c_str()).append(",").append(fmt::format_int(cell).c_str());
    say(fragment, v_.value, scoped_.text(scratch_));
    say(fragment, v_.conforms_to, v_.csv_fragments);
  }
  if (policy_ == QuotePolicy::Hash) say(anchor, v_.quote_sha256, scoped_.text(sha256_of(quote.exact)));
  if (policy_ != QuotePolicy::Full) return anchor;
  scratch_.assign(anchor->value).append("/quote");
  const Node* const words = scoped_.iri(scratch_);
  say(anchor, v_.has_selector, words);
  say(words, v_.type, v_.quote_selector);
  say(words, v_.exact, scoped_.text(quote.exact));
  if (row != 0) return anchor;  // the cell tells where the words are
  say(words, v_.prefix, scoped_.text(quote.prefix));
  say(words, v_.suffix, scoped_.text(quote.suffix));
  return anchor;
}

const Node* SourceNodes::section(std::uint32_t number) {
  const std::string name = fmt::format("{}/section/{}", text_node_->value, number);
  const Node* const node = scoped_.iri(name);
  const SourceSection& section = text_->sections[number - 1];
  say(node, v_.type, v_.section_type);
  say(node, v_.order, integer(number, v_.integer_type));
  say(node, v_.heading_given, scoped_.literal(section.heading.empty() ? "false" : "true", v_.boolean_type));
  for (const std::string& topic : section.topics) say(node, v_.topic, scoped_.text(topic));
  if (policy_ == QuotePolicy::Full && !section.heading.empty()) say(node, v_.title, scoped_.text(section.heading));
  say(node, v_.is_part_of, text_node_);
  return node;
}

}  // namespace musclekg
