#include <fmt/format.h>

#include <algorithm>

#include "base/iri_reference.h"
#include "base/text.h"
#include "jsonld/active_context.h"
#include "jsonld/iri_expansion.h"
#include "jsonld/jsonld_error.h"
#include "jsonld/term_creation.h"

namespace musclekg {

namespace {

constexpr std::size_t kDeepestRemote = 32;  ///< contexts that load contexts

/// Processes one local context, which is no array.
class OneContext {
 public:
  OneContext(const ContextPointer& active, const ContextPointer& before, const std::string& base_url, const ContextProcessing& how)
      : active_(active), before_(before), base_url_(base_url), how_(how) {}

  /// Step 5. `before_` is the context that was active before all of them.
  ContextPointer process(const Json& context) {
    if (context.is_null()) return nothing();
    if (context.is_string()) return remote(context.get_ref<const std::string&>());
    if (!context.is_object())
      throw JsonldError("invalid local context", "a context must be an object, an IRI or null; found " + context.dump());
    return definition(context);
  }

 private:
  /// Step 5.1.
  ContextPointer nothing() const {
    const auto is_protected = [](const auto& term) { return term.second->is_protected; };
    if (!how_.override_protected && std::any_of(active_->terms.begin(), active_->terms.end(), is_protected))
      throw JsonldError("invalid context nullification", "a context with protected terms cannot be taken away");
    auto result = std::make_shared<ActiveContext>();
    if (!active_->original_base.empty()) result->base = active_->original_base;
    result->original_base = active_->original_base;
    result->mode_10 = active_->mode_10;
    if (!how_.propagate) result->previous = before_;
    return result;
  }

  /// Step 5.2.
  ContextPointer remote(const std::string& reference) const {
    const std::string iri = resolve_iri(base_url_, reference);
    if (!has_scheme(iri))
      throw JsonldError("loading document failed", fmt::format("the context '{}' is relative, and there is no base", printable_line(iri)));
    if (!how_.validate_scoped && std::find(how_.remote.begin(), how_.remote.end(), iri) != how_.remote.end()) return active_;
    if (how_.remote.size() >= kDeepestRemote || std::find(how_.remote.begin(), how_.remote.end(), iri) != how_.remote.end())
      throw JsonldError(active_->mode_10 ? "recursive context inclusion" : "context overflow",
                        fmt::format("'{}' comes {}", printable_line(iri), "again within itself, or contexts load each other too deep"));
    const Json& loaded = load(iri);
    ContextProcessing how = how_;
    how.remote.push_back(iri);
    how.override_protected = false;
    how.propagate = true;
    return process_context(active_, loaded, iri, how);
  }

  /// What stands under @context in the document of an IRI.
  const Json& load(const std::string& iri) const {
    const Json* document = nullptr;
    try {
      document = &how_.loader.load(iri);
    } catch (const JsonldError& error) {
      throw JsonldError("loading remote context failed", error.what());
    }
    if (!document->is_object() || !document->contains("@context"))
      throw JsonldError("invalid remote context", fmt::format("'{}' has no @context", printable_line(iri)));
    return (*document)["@context"];
  }

  /// Steps 5.4 to 5.13.
  ContextPointer definition(const Json& given) {
    Json merged;
    const Json& context = imported(given, merged);
    auto result = std::make_shared<ActiveContext>(*active_);
    result->inverse_context.reset();
    if (!how_.propagate && !result->previous) result->previous = before_;
    set_base(*result, context);
    set_vocabulary(*result, context);
    set_texts(*result, context);
    if (const auto flag = context.find("@propagate"); flag != context.end()) {  // 5.11
      if (active_->mode_10) throw JsonldError("invalid context entry", "json-ld-1.0 knows no @propagate");
      if (!flag->is_boolean()) throw JsonldError("invalid @propagate value", "@propagate must be true or false");
    }
    bool is_protected = false;
    if (const auto flag = context.find("@protected"); flag != context.end()) {
      if (active_->mode_10) throw JsonldError("invalid context entry", "json-ld-1.0 knows no @protected");
      if (!flag->is_boolean()) throw JsonldError("invalid @protected value", "@protected must be true or false");
      is_protected = flag->get<bool>();
    }
    TermCreation creation(*result, context, base_url_, how_, is_protected);  // 5.13
    for (const auto& [term, value] : context.items()) {
      if (term == "@base" || term == "@direction" || term == "@import" || term == "@language" || term == "@propagate" ||
          term == "@protected" || term == "@version" || term == "@vocab")
        continue;
      creation.define_if_local(term);
    }
    return result;
  }

  /// Steps 5.5 and 5.6: the context, into which another one may be taken.
  const Json& imported(const Json& context, Json& merged) const {
    if (const auto version = context.find("@version"); version != context.end()) {
      if (!version->is_number() || *version != 1.1)
        throw JsonldError("invalid @version value", "@version must be 1.1; found " + version->dump());
      if (active_->mode_10) throw JsonldError("processing mode conflict", "the processing mode is json-ld-1.0, but the context is of 1.1");
    }
    const auto import = context.find("@import");
    if (import == context.end()) return context;
    if (active_->mode_10) throw JsonldError("invalid context entry", "json-ld-1.0 knows no @import");
    if (!import->is_string()) throw JsonldError("invalid @import value", "@import must be an IRI; found " + import->dump());
    const std::string iri = resolve_iri(base_url_, import->get_ref<const std::string&>());
    const Json& loaded = load(iri);
    if (!loaded.is_object())
      throw JsonldError("invalid remote context", fmt::format("what '{}' has as @context is no object", printable_line(iri)));
    if (loaded.contains("@import")) throw JsonldError("invalid context entry", "what is imported must not import");
    merged = loaded;
    merged.update(context);
    return merged;
  }

  /// Step 5.7. The base of a context that is loaded does not count.
  void set_base(ActiveContext& result, const Json& context) const {
    const auto given = context.find("@base");
    if (given == context.end() || !how_.remote.empty()) return;
    if (given->is_null()) {
      result.base.reset();
      return;
    }
    if (!given->is_string()) throw JsonldError("invalid base IRI", "@base must be an IRI or null; found " + given->dump());
    const auto& text = given->get_ref<const std::string&>();
    if (has_scheme(text)) {
      result.base = text;
    } else if (result.base) {
      result.base = resolve_iri(*result.base, text);
    } else {
      throw JsonldError("invalid base IRI", fmt::format("@base '{}' is relative, and there is no base", printable_line(text)));
    }
  }

  /// Step 5.8.
  void set_vocabulary(ActiveContext& result, const Json& context) const {
    const auto given = context.find("@vocab");
    if (given == context.end()) return;
    if (given->is_null()) {
      result.vocabulary.reset();
      return;
    }
    if (!given->is_string()) throw JsonldError("invalid vocab mapping", "@vocab must be an IRI or null; found " + given->dump());
    const auto& text = given->get_ref<const std::string&>();
    const bool relative = !has_scheme(text) && !text.starts_with("_:");
    if (relative && active_->mode_10) throw JsonldError("invalid vocab mapping", "@vocab must be absolute in json-ld-1.0");
    const std::optional<std::string> iri = expand_iri(result, text, true, true);
    if (!iri || is_keyword(*iri)) throw JsonldError("invalid vocab mapping", "@vocab must be an IRI or null; found " + given->dump());
    result.vocabulary = iri;
  }

  /// Steps 5.9 and 5.10.
  void set_texts(ActiveContext& result, const Json& context) const {
    if (const auto given = context.find("@language"); given != context.end()) {
      if (!given->is_null() && !given->is_string()) throw JsonldError("invalid default language", "@language must be a string or null");
      result.language = given->is_null() ? std::nullopt : std::optional(given->get<std::string>());
    }
    if (const auto given = context.find("@direction"); given != context.end()) {
      if (active_->mode_10) throw JsonldError("invalid context entry", "json-ld-1.0 knows no @direction");
      if (!given->is_null() && *given != "ltr" && *given != "rtl")
        throw JsonldError("invalid base direction", "@direction must be ltr, rtl or null");
      result.direction = given->is_null() ? std::nullopt : std::optional(given->get<std::string>());
    }
  }

  const ContextPointer& active_;
  const ContextPointer& before_;
  const std::string& base_url_;
  const ContextProcessing& how_;
};

}  // namespace

ContextPointer process_context(const ContextPointer& active, const Json& local, const std::string& base_url, const ContextProcessing& how) {
  ContextProcessing processing = how;
  if (local.is_object() && local.contains("@propagate") && local["@propagate"].is_boolean())
    processing.propagate = local["@propagate"].get<bool>();                                       // 2
  ContextPointer result = active;                                                                 // 1
  if (!local.is_array()) return OneContext(result, active, base_url, processing).process(local);  // 4
  for (const Json& context : local) {
    const ContextPointer current = result;
    result = OneContext(current, active, base_url, processing).process(context);
  }
  if (!processing.propagate && !local.empty() && !result->previous) {  // 3
    auto copy = std::make_shared<ActiveContext>(*result);
    copy->previous = active;
    return copy;
  }
  return result;
}

ContextProcessing overriding(DocumentLoader& loader) {
  ContextProcessing how{loader};
  how.override_protected = true;
  return how;
}

ContextPointer ScopedContexts::of(const ContextPointer& active, const TermDefinition& term, bool override_protected, bool propagate) {
  const std::tuple key(active.get(), &term, override_protected, propagate);
  if (const auto known = entries_.find(key); known != entries_.end()) return known->second.result;
  ContextProcessing how{loader_};
  how.override_protected = override_protected;
  how.propagate = propagate;
  const ContextPointer result = process_context(active, *term.context, term.base_url, how);
  entries_[key] = {active, result};
  return result;
}

}  // namespace musclekg
