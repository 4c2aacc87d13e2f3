// What the tests of whole datasets share: datasets in short words, random ones, and the plain way to find out whether two are the same.

#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <numeric>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rdf/quad_sink.h"

namespace musclekg::dataset_test {

/// Statements in short: "_:a p _:b", "a p \"text\"", a fourth word is the graph. Words without "_:" and quotes are IRIs of kNames.
using Words = std::vector<std::string>;

inline constexpr std::string_view kNames = "http://e/";

/// A dataset with its nodes.
class Held {
 public:
  explicit Held(const Words& statements) {
    for (const std::string& statement : statements) {
      std::istringstream words(statement);
      std::vector<const Node*> nodes;
      for (std::string word; words >> word;) nodes.push_back(node(word));
      EXPECT_TRUE(nodes.size() == 3 || nodes.size() == 4) << statement;
      quads_.push_back({nodes[0], nodes[1], nodes[2], nodes.size() == 4 ? nodes[3] : nullptr});
    }
  }

  const Node* node(std::string_view word) {
    if (word.starts_with("_:")) return nodes_.blank(word.substr(2));
    const std::size_t end = word.rfind('"');
    if (!word.starts_with('"')) return nodes_.iri(std::string(kNames).append(word));
    return nodes_.text(word.substr(1, end - 1), word.substr(end + 1).starts_with('@') ? word.substr(end + 2) : std::string_view());
  }

  NodeTable& nodes() { return nodes_; }
  std::vector<Quad>& quads() { return quads_; }

 private:
  NodeTable nodes_;
  std::vector<Quad> quads_;
};

inline Words operator+(Words a, const Words& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

/// Lines of N-Quads with the names of IRIs cut short.
inline Words in_short(Words lines) {
  for (std::string& line : lines)
    for (std::size_t at; (at = line.find(kNames)) != std::string::npos;) line.erase(at, kNames.size());
  return lines;
}

/// Random numbers that are the same with every library.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : engine_(seed) {}
  std::size_t below(std::size_t limit) { return static_cast<std::size_t>(engine_() % limit); }

  template <class Values>
  void shuffle(Values& values) {
    for (std::size_t i = values.size(); i > 1; --i) std::swap(values[i - 1], values[below(i)]);
  }

 private:
  std::mt19937_64 engine_;
};

/// `map` of each label of a blank node.
template <class Map>
std::string relabelled(const std::string& statement, Map map) {
  std::istringstream words(statement);
  std::string result;
  for (std::string word; words >> word;) {
    if (!result.empty()) result += ' ';
    result += word.starts_with("_:") ? map(word) : word;
  }
  return result;
}

inline std::set<std::string> labels_of(const Words& statements) {
  std::set<std::string> labels;
  for (const std::string& statement : statements)
    relabelled(statement, [&](const std::string& label) {
      labels.insert(label);
      return label;
    });
  return labels;
}

/// The same dataset with other labels, in another order, some statements said twice.
inline Words disguised(const Words& statements, Dice& dice) {
  std::vector<std::string> others;
  const std::set<std::string> labels = labels_of(statements);
  for (std::size_t i = 0; i < labels.size(); ++i) others.push_back("_:x" + std::to_string(i));
  dice.shuffle(others);
  std::map<std::string, std::string> names;
  for (const std::string& label : labels) names[label] = others[names.size()];
  Words result;
  for (const std::string& statement : statements)
    for (std::size_t i = dice.below(8) == 0 ? 2 : 1; i > 0; --i)
      result.push_back(relabelled(statement, [&](const std::string& label) { return names[label]; }));
  dice.shuffle(result);
  return result;
}

/// Whether some renaming of the blank nodes makes the datasets equal: tries them all.
inline bool same_by_trial(const Words& a, const Words& b) {
  const std::set<std::string> first = labels_of(a), second = labels_of(b);
  if (first.size() != second.size()) return false;
  const std::set<std::string> wanted(b.begin(), b.end());
  std::vector<std::string> order(second.begin(), second.end());
  do {
    std::map<std::string, std::string> names;
    for (const std::string& label : first) names[label] = order[names.size()];
    std::set<std::string> renamed;
    for (const std::string& statement : a) renamed.insert(relabelled(statement, [&](const std::string& label) { return names[label]; }));
    if (renamed == wanted) return true;
  } while (std::next_permutation(order.begin(), order.end()));
  return false;
}

/// A dataset of few blank nodes that are much alike; most have several that cannot be told apart at first sight.
inline Words some_dataset(Dice& dice) {
  const std::size_t nodes = 2 + dice.below(4), graphs = dice.below(4);
  const auto blank = [&] { return "_:n" + std::to_string(dice.below(nodes)); };
  Words statements;
  for (std::size_t left = 2 + dice.below(9); left > 0; --left) {
    std::string statement = dice.below(12) == 0 ? "a" : blank();
    statement += dice.below(5) == 0 ? " q " : " p ";
    statement += dice.below(8) == 0 ? (dice.below(2) == 0 ? "b" : "\"x\"") : blank();
    if (graphs > 0 && dice.below(2) == 0) statement += graphs == 1 ? " g" : graphs == 2 ? " " + blank() : " _:g";
    statements.push_back(std::move(statement));
  }
  return statements;
}

/// The dataset with one change.
inline Words changed(Words statements, Dice& dice) {
  std::string& statement = statements[dice.below(statements.size())];
  const std::set<std::string> labels = labels_of(statements);
  if (labels.empty() || dice.below(4) == 0) {
    statement = statement.substr(0, statement.find(' ')) + (dice.below(2) == 0 ? " q " : " p ") + "\"x\"";
    return statements;
  }
  std::size_t at = dice.below(3);
  statement = relabelled(statement, [&](const std::string& label) {
    return at-- == 0 ? *std::next(labels.begin(), static_cast<std::ptrdiff_t>(dice.below(labels.size()))) : label;
  });
  return statements;
}

/// Links "p" in a ring, from _:<name>0 on.
inline Words ring(std::string_view name, std::size_t size) {
  Words result;
  for (std::size_t i = 0; i < size; ++i)
    result.push_back("_:" + std::string(name) + std::to_string(i) + " p _:" + std::string(name) + std::to_string((i + 1) % size));
  return result;
}

/// Each node linked with each other one.
inline Words clique(std::string_view name, std::size_t size) {
  Words result;
  for (std::size_t i = 0; i < size; ++i)
    for (std::size_t j = 0; j < size; ++j)
      if (i != j) result.push_back("_:" + std::string(name) + std::to_string(i) + " p _:" + std::string(name) + std::to_string(j));
  return result;
}

/// The statements, and each link in the other direction, too.
inline Words both_ways(const Words& links) {
  Words result = links;
  for (const std::string& link : links) {
    const std::size_t first = link.find(' '), second = link.rfind(' ');
    result.push_back(link.substr(second + 1) + link.substr(first, second - first + 1) + link.substr(0, first));
  }
  return result;
}

}  // namespace musclekg::dataset_test
