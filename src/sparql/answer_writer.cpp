#include "sparql/answer_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/json_string.h"
#include "base/text.h"
#include "rdf/vocabulary.h"

namespace musclekg {

namespace {

// table

/// Columns that a terminal needs: characters without the marks upon them.
std::size_t width_of(std::string_view text) {
  std::size_t result = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::int32_t code_point = next_code_point(text, at);
    result += (code_point >= 0x300 && code_point <= 0x36F) || class_of(code_point) == CharacterClass::Ignorable ? 0 : 1;
  }
  return result;
}

/// UBERON:0000981, obo:RO_0002177, or the whole IRI.
std::string short_name(std::string_view iri, const Prefixes& prefixes) {
  std::string id = prefixes.id_of(iri);
  if (id != iri) return id;
  const std::string name = prefixes.prefixed(iri);
  return name.empty() ? id : name;
}

std::string cell_of(const Node* node, const Prefixes& prefixes) {
  if (node == nullptr) return {};
  switch (node->kind) {
    case Node::Kind::Iri:
      return short_name(node->value, prefixes);
    case Node::Kind::Blank:
      return fmt::format("_:{}", node->value);
    default:
      return printable_line(node->value);
  }
}

void write_table(const QueryAnswer& answer, const Prefixes& prefixes, Output& output) {
  if (answer.form == SparqlQuery::Form::Ask) {
    output.write(answer.truth ? "yes\n" : "no\n");
    return;
  }
  std::vector<std::vector<std::string>> table(1);
  for (const std::string& name : answer.variables) table[0].push_back(name);
  for (std::size_t i = 0; i < answer.rows.size(); ++i) {
    table.emplace_back();
    for (const Node* const node : answer.rows[i]) table.back().push_back(cell_of(node, prefixes));
  }
  std::vector<std::size_t> widths(answer.variables.size());
  for (const auto& row : table)
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width_of(row[i]));
  const auto write_row = [&](const std::vector<std::string>& row, char filling) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) line += row[i] + std::string(widths[i] - width_of(row[i]), filling) + "  ";
    line.erase(line.find_last_not_of(' ') + 1);
    output.write(line);
    output.write('\n');
  };
  write_row(table[0], ' ');
  write_row(std::vector<std::string>(widths.size()), '-');
  for (std::size_t i = 1; i < table.size(); ++i) write_row(table[i], ' ');
}

// csv and tsv

void write_truth(const QueryAnswer& answer, Output& output) { output.write(answer.truth ? "true\n" : "false\n"); }

std::string csv_cell(std::string_view text) {
  if (text.find_first_of("\",\r\n") == std::string_view::npos) return std::string(text);
  std::string result = "\"";
  for (const char c : text) result.append(c == '"' ? 2 : 1, c);
  return result + '"';
}

void write_csv(const QueryAnswer& answer, const Prefixes&, Output& output) {
  if (answer.form == SparqlQuery::Form::Ask) return write_truth(answer, output);
  const auto write_row = [&output](const auto& cells, const auto& text_of) {
    bool first = true;
    for (const auto& cell : cells) {
      if (!first) output.write(',');
      first = false;
      output.write(csv_cell(text_of(cell)));
    }
    output.write("\r\n");  // section 3.2
  };
  write_row(answer.variables, [](const std::string& name) { return name; });
  for (std::size_t i = 0; i < answer.rows.size(); ++i)
    write_row(answer.rows[i], [](const Node* node) {
      if (node == nullptr) return std::string();
      return node->kind == Node::Kind::Blank ? fmt::format("_:{}", node->value) : std::string(node->value);
    });
}

void write_tsv(const QueryAnswer& answer, const Prefixes&, Output& output) {
  if (answer.form == SparqlQuery::Form::Ask) return write_truth(answer, output);
  std::string line;
  for (const std::string& name : answer.variables) line += (line.empty() ? "?" : "\t?") + name;
  output.write(line + '\n');
  for (std::size_t i = 0; i < answer.rows.size(); ++i) {
    line.clear();
    for (std::size_t k = 0; k < answer.variables.size(); ++k) {
      if (k > 0) line += '\t';
      if (answer.rows[i][k] != nullptr) line += answer.rows[i][k]->ntriples;
    }
    output.write(line + '\n');
  }
}

// json

std::string json_term(const Node* node) {
  switch (node->kind) {
    case Node::Kind::Iri:
      return fmt::format("{{\"type\": \"uri\", \"value\": {}}}", json_string(node->value));
    case Node::Kind::Blank:
      return fmt::format("{{\"type\": \"bnode\", \"value\": {}}}", json_string(node->value));
    default:
      break;
  }
  std::string more;
  if (!node->language.empty()) more = fmt::format(", \"xml:lang\": {}", json_string(node->language));
  if (node->datatype != nullptr) more = fmt::format(", \"datatype\": {}", json_string(node->datatype->value));
  return fmt::format("{{\"type\": \"literal\", \"value\": {}{}}}", json_string(node->value), more);
}

void write_json_answer(const QueryAnswer& answer, const Prefixes&, Output& output) {
  if (answer.form == SparqlQuery::Form::Ask) {
    output.write(fmt::format("{{\"head\": {{}}, \"boolean\": {}}}\n", answer.truth));
    return;
  }
  std::string names;
  for (const std::string& name : answer.variables) names += (names.empty() ? "" : ", ") + json_string(name);
  output.write(fmt::format("{{\"head\": {{\"vars\": [{}]}},\n \"results\": {{\"bindings\": [", names));
  for (std::size_t i = 0; i < answer.rows.size(); ++i) {
    output.write(i == 0 ? "\n  {" : ",\n  {");
    bool first = true;
    for (std::size_t k = 0; k < answer.variables.size(); ++k) {
      if (answer.rows[i][k] == nullptr) continue;
      output.write(fmt::format("{}{}: {}", first ? "" : ",\n   ", json_string(answer.variables[k]), json_term(answer.rows[i][k])));
      first = false;
    }
    output.write('}');
  }
  output.write("]}}\n");
}

// xml

std::string xml_text(std::string_view text) {
  std::string result;
  for (const char c : text) {
    switch (c) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      case '\r':
        result += "&#13;";
        break;
      default:
        if (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') {
          result += "\xEF\xBF\xBD";
        } else {
          result += c;
        }
    }
  }
  return result;
}

std::string xml_term(const Node* node) {
  switch (node->kind) {
    case Node::Kind::Iri:
      return fmt::format("<uri>{}</uri>", xml_text(node->value));
    case Node::Kind::Blank:
      return fmt::format("<bnode>{}</bnode>", xml_text(node->value));
    default:
      break;
  }
  std::string more;
  if (!node->language.empty()) more = fmt::format(" xml:lang=\"{}\"", xml_text(node->language));
  if (node->datatype != nullptr) more = fmt::format(" datatype=\"{}\"", xml_text(node->datatype->value));
  return fmt::format("<literal{}>{}</literal>", more, xml_text(node->value));
}

void write_xml(const QueryAnswer& answer, const Prefixes&, Output& output) {
  output.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sparql xmlns=\"http://www.w3.org/2005/sparql-results#\">\n <head>\n");
  for (const std::string& name : answer.variables) output.write(fmt::format("  <variable name=\"{}\"/>\n", xml_text(name)));
  output.write(" </head>\n");
  if (answer.form == SparqlQuery::Form::Ask) {
    output.write(fmt::format(" <boolean>{}</boolean>\n</sparql>\n", answer.truth));
    return;
  }
  output.write(" <results>\n");
  for (std::size_t i = 0; i < answer.rows.size(); ++i) {
    output.write("  <result>\n");
    for (std::size_t k = 0; k < answer.variables.size(); ++k)
      if (answer.rows[i][k] != nullptr)
        output.write(fmt::format("   <binding name=\"{}\">{}</binding>\n", xml_text(answer.variables[k]), xml_term(answer.rows[i][k])));
    output.write("  </result>\n");
  }
  output.write(" </results>\n</sparql>\n");
}

constexpr AnswerFormat kFormats[] = {
    {"csv", write_csv}, {"json", write_json_answer}, {"table", write_table}, {"tsv", write_tsv}, {"xml", write_xml},
};

}  // namespace

std::span<const AnswerFormat> answer_formats() { return kFormats; }

const AnswerFormat* answer_format(std::string_view name) {
  const auto row =
      std::find_if(std::begin(kFormats), std::end(kFormats), [name](const AnswerFormat& format) { return format.name == name; });
  return row == std::end(kFormats) ? nullptr : row;
}

}  // namespace musclekg
