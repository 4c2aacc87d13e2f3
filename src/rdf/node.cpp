#include "rdf/node.h"

#include <fmt/format.h>

#include <stdexcept>
#include <string>

#include "base/text.h"
#include "rdf/vocabulary.h"

namespace musclekg {

void append_escaped(std::string& out, std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      case '\b':
        out += "\\b";
        break;
      case '\f':
        out += "\\f";
        break;
      default:
        if (c < 0x20 || c == 0x7F) {
          out += fmt::format("\\u{:04X}", c);
        } else {
          out += text[i];
        }
    }
  }
}

const Node* NodeTable::find(std::string_view ntriples) const {
  if (parent_ != nullptr)
    if (const Node* node = parent_->find(ntriples)) return node;
  const auto found = by_form_.find(ntriples);
  return found == by_form_.end() ? nullptr : found->second;
}

const Node* NodeTable::add(Node node, std::string_view ntriples) {
  node.scoped = parent_ != nullptr;
  node.number = static_cast<std::uint32_t>(nodes_.size());
  node.ntriples = texts_.copy(ntriples);
  nodes_.push_back(node);
  by_form_.emplace(node.ntriples, &nodes_.back());
  return &nodes_.back();
}

const Node* NodeTable::iri(std::string_view iri) {
  scratch_.assign(1, '<').append(iri) += '>';
  if (const Node* node = find(scratch_)) return node;
  if (!valid_iri(iri)) throw std::invalid_argument(fmt::format("not an absolute IRI: '{}'", iri));
  return add({Node::Kind::Iri, false, 0, texts_.copy(iri), {}, nullptr, {}, 0}, scratch_);
}

const Node* NodeTable::blank(std::string_view label) {
  scratch_.assign("_:").append(label);
  if (const Node* node = find(scratch_)) return node;
  return add({Node::Kind::Blank, false, 0, texts_.copy(label), {}, nullptr, {}, 0}, scratch_);
}

const Node* NodeTable::text(std::string_view text, std::string_view language) {
  scratch_.assign(1, '"');
  append_escaped(scratch_, text);
  scratch_ += '"';
  const auto quoted = static_cast<std::uint32_t>(scratch_.size());
  if (!language.empty()) scratch_.append(1, '@').append(language);
  if (const Node* node = find(scratch_)) return node;
  return add({Node::Kind::Literal, false, 0, texts_.copy(text), texts_.copy(language), nullptr, {}, quoted}, scratch_);
}

const Node* NodeTable::literal(std::string_view lexical, const Node* datatype) {
  if (datatype == nullptr || datatype->value == xsd::string) return text(lexical);
  scratch_.assign(1, '"');
  append_escaped(scratch_, lexical);
  scratch_ += '"';
  const auto quoted = static_cast<std::uint32_t>(scratch_.size());
  scratch_.append("^^").append(datatype->ntriples);
  if (const Node* node = find(scratch_)) return node;
  return add({Node::Kind::Literal, false, 0, texts_.copy(lexical), {}, datatype, {}, quoted}, scratch_);
}

void NodeTable::clear() {
  by_form_.clear();
  nodes_.clear();
  texts_.clear();
}

}  // namespace musclekg
