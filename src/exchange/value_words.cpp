// Translations of statuses, types and priorities, in plain_fold form, and how they are looked up.
#include "exchange/value_words.h"

#include <unordered_map>

#include "exchange/unicode.h"

namespace tradewind::exchange {
namespace {

template <class Value>
using WordTable = std::vector<std::pair<Value, std::vector<std::string_view>>>;

template <class Value>
std::unordered_map<std::string_view, Value> by_word(const WordTable<Value>& table) {
  std::unordered_map<std::string_view, Value> map;
  for (const auto& [value, words] : table)
    for (const auto word : words) map.emplace(word, value);
  return map;
}

template <class Value>
std::optional<Value> look_up(const std::unordered_map<std::string_view, Value>& map, std::string_view text) {
  const auto found = map.find(plain_fold(text));
  return found == map.end() ? std::nullopt : std::optional(found->second);
}

const WordTable<Stage>& status_table() {
  static const WordTable<Stage> table = {
      {Stage::idea,
       {"idea",
        "new",
        "backlog",
        "open",
        "triage",
        "proposed",
        "icebox",
        "inbox",
        "draft",
        "reopened",
        "no status",
        "later",
        "someday",
        "future",
        "nuevo",
        "nueva",
        "abierto",
        "abierta",
        "pendiente de analisis",
        "новый",
        "новая",
        "новое",
        "открыт",
        "открыта",
        "открыто",
        "открытый",
        "бэклог",
        "беклог",
        "идея",
        "neu",
        "offen",
        "nouveau",
        "nouvelle",
        "ouvert",
        "ouverte",
        "novo",
        "nova",
        "aberto",
        "aberta",
        "nuova",
        "nuovo",
        "aperto",
        "aperta"}},
      {Stage::framing,
       {"framing",    "grooming",   "refinement", "in refinement", "analysis",    "in analysis",  "discovery", "in discovery",
        "scoping",    "definition", "analyse",    "en analisis",   "analisis",    "refinamiento", "анализ",    "аналитика",
        "на анализе", "in analyse", "en analyse", "em analise",    "refinamento", "in analisi"}},
      {Stage::testing, {"experiment", "experimenting", "validating", "prototype", "prototyping", "painted door"}},
      {Stage::validated, {"validated", "validado", "validiert", "valide"}},
      {Stage::ready,
       {"ready",
        "to do",
        "todo",
        "ready for development",
        "ready for dev",
        "ready for work",
        "selected for development",
        "approved",
        "accepted",
        "committed",
        "planned",
        "scheduled",
        "unstarted",
        "not started",
        "next",
        "up next",
        "sprint backlog",
        "tareas por hacer",
        "por hacer",
        "pendiente",
        "listo para desarrollo",
        "seleccionado para desarrollo",
        "к выполнению",
        "сделать",
        "нужно сделать",
        "надо сделать",
        "запланировано",
        "готово к разработке",
        "готов к разработке",
        "выбрано для разработки",
        "ожидает",
        "zu erledigen",
        "aufgaben",
        "bereit",
        "geplant",
        "bereit fur entwicklung",
        "a faire",
        "pret",
        "planifie",
        "pret pour le developpement",
        "a fazer",
        "tarefas pendentes",
        "itens pendentes",
        "pendente",
        "pronto para desenvolvimento",
        "selecionado para desenvolvimento",
        "da fare",
        "da completare",
        "pronto per lo sviluppo"}},
      {Stage::building,
       {"building",
        "in progress",
        "doing",
        "started",
        "active",
        "in development",
        "development",
        "dev",
        "in review",
        "review",
        "code review",
        "peer review",
        "in test",
        "testing",
        "in testing",
        "test",
        "qa",
        "in qa",
        "uat",
        "uat testing",
        "ready for review",
        "ready for qa",
        "ready for test",
        "ready for testing",
        "ready for release",
        "ready to deploy",
        "blocked",
        "now",
        "work in progress",
        "wip",
        "en curso",
        "en progreso",
        "en proceso",
        "en desarrollo",
        "en revision",
        "en pruebas",
        "bloqueado",
        "bloqueada",
        "в работе",
        "в процессе",
        "выполняется",
        "в разработке",
        "разработка",
        "на проверке",
        "на ревью",
        "ревью",
        "тестирование",
        "в тестировании",
        "на тестировании",
        "заблокировано",
        "in arbeit",
        "in bearbeitung",
        "in entwicklung",
        "in prufung",
        "blockiert",
        "en cours",
        "en developpement",
        "en revue",
        "bloque",
        "em andamento",
        "em progresso",
        "em desenvolvimento",
        "em revisao",
        "em teste",
        "fazendo",
        "in corso",
        "in sviluppo",
        "in revisione",
        "bloccato"}},
      {Stage::launched, {"launched",   "done",       "closed",      "complete",      "completed",
                         "resolved",   "released",   "shipped",     "live",          "merged",
                         "delivered",  "deployed",   "finished",    "verified",      "in production",
                         "finalizada", "finalizado", "listo",       "lista",         "hecho",
                         "hecha",      "cerrada",    "cerrado",     "completada",    "completado",
                         "terminada",  "terminado",  "resuelta",    "resuelto",      "готово",
                         "готова",     "выполнено",  "выполнена",   "выполнен",      "закрыт",
                         "закрыта",    "закрыто",    "закрытый",    "завершено",     "завершена",
                         "завершен",   "решено",     "решен",       "решена",        "сделано",
                         "fertig",     "erledigt",   "geschlossen", "abgeschlossen", "gelost",
                         "termine",    "terminee",   "terminees",   "ferme",         "fermee",
                         "fini",       "resolu",     "fait",        "concluido",     "concluida",
                         "feito",      "fechado",    "fechada",     "finalizado(a)", "itens concluidos",
                         "resolvido",  "pronto",     "completato",  "completata",    "completate",
                         "fatto",      "chiuso",     "chiusa",      "risolto",       "finito"}},
      {Stage::measured, {"measured"}},
      {Stage::dropped, {"dropped",          "canceled",    "cancelled",  "won't do",  "wont do",   "won't fix", "wontfix",
                        "rejected",         "duplicate",   "duplicated", "abandoned", "declined",  "invalid",   "obsolete",
                        "removed",          "not planned", "cancelado",  "cancelada", "rechazado", "rechazada", "descartado",
                        "duplicado",        "отменено",    "отменен",    "отменена",  "отклонено", "отклонен",  "дубликат",
                        "не будет сделано", "abgebrochen", "abgelehnt",  "verworfen", "annule",    "annulee",   "rejete",
                        "abandonne",        "rejeitado",   "annullato",  "annullata", "rifiutato", "scartato"}}};
  return table;
}

const WordTable<ItemKind>& kind_table() {
  static const WordTable<ItemKind> table = {
      {ItemKind::initiative,
       {"initiative", "epic", "theme", "milestone", "iniciativa", "epica", "эпик", "инициатива", "epos", "epopee", "epico",
        "tema", "project"}},
      {ItemKind::feature,
       {"feature",
        "story",
        "user story",
        "task",
        "subtask",
        "sub task",
        "improvement",
        "enhancement",
        "new feature",
        "product backlog item",
        "requirement",
        "historia",
        "historia de usuario",
        "tarea",
        "subtarea",
        "mejora",
        "nueva funcion",
        "история",
        "пользовательская история",
        "задача",
        "подзадача",
        "улучшение",
        "новая функциональность",
        "aufgabe",
        "unteraufgabe",
        "verbesserung",
        "neue funktion",
        "recit",
        "tache",
        "sous tache",
        "amelioration",
        "nouvelle fonctionnalite",
        "tarefa",
        "subtarefa",
        "melhoria",
        "attivita",
        "sottoattivita",
        "miglioramento",
        "storia"}},
      {ItemKind::debt,
       {"debt",
        "technical debt",
        "tech debt",
        "bug",
        "defect",
        "chore",
        "maintenance",
        "refactoring",
        "technical task",
        "error",
        "fallo",
        "ошибка",
        "баг",
        "дефект",
        "технический долг",
        "fehler",
        "technische schuld",
        "bogue",
        "anomalie",
        "defeito",
        "difetto",
        "bug de producao"}},
      {ItemKind::experiment,
       {"experiment", "spike", "research", "prototype", "experimento", "исследование", "forschung", "recherche", "ricerca"}},
      {ItemKind::request,
       {"request", "change request", "support", "question", "service request", "incident", "customer request", "solicitud",
        "peticion", "запрос", "запрос на изменение", "обращение", "инцидент", "anfrage", "anderungsanfrage", "demande",
        "solicitacao", "requisicao", "richiesta"}}};
  return table;
}

}  // namespace

std::optional<StatusCategory> read_status_category(std::string_view text) {
  static const auto words = by_word<StatusCategory>(
      {{StatusCategory::to_do, {"to do",
                                "todo",
                                "new",
                                "por hacer",
                                "tareas por hacer",
                                "к выполнению",
                                "сделать",
                                "нужно сделать",
                                "zu erledigen",
                                "aufgaben",
                                "a faire",
                                "a fazer",
                                "tarefas pendentes",
                                "itens pendentes",
                                "pendente",
                                "da fare",
                                "da completare",
                                "pendiente",
                                "proposed",
                                "undefined",
                                "no category"}},
       {StatusCategory::in_progress,
        {"in progress", "indeterminate", "en curso", "en progreso", "в работе", "в процессе", "выполняется", "in arbeit",
         "in bearbeitung", "en cours", "em andamento", "em progresso", "in corso"}},
       {StatusCategory::done, {"done",      "complete",  "completed",        "listo",  "finalizada", "finalizado", "hecho",
                               "готово",    "выполнено", "завершено",        "fertig", "erledigt",   "termine",    "terminee",
                               "concluido", "concluida", "itens concluidos", "feito",  "completato", "completata", "fatto"}}});
  return look_up(words, text);
}

std::optional<Stage> read_status(std::string_view text) {
  static const auto words = by_word(status_table());
  return look_up(words, text);
}

std::optional<Stage> stage_of(std::string_view status, std::optional<StatusCategory> category) {
  const auto by_status = read_status(status);
  if (!category) return by_status;
  switch (*category) {
    case StatusCategory::to_do:
      return by_status && (*by_status <= Stage::ready || *by_status == Stage::dropped) ? *by_status : Stage::ready;
    case StatusCategory::in_progress:
      return Stage::building;
    case StatusCategory::done:
      return by_status == Stage::dropped || by_status == Stage::measured ? *by_status : Stage::launched;
  }
  return by_status;
}

bool is_negative_resolution(std::string_view text) {
  static const auto words = by_word<bool>({{true,
                                            {"won't do",
                                             "wont do",
                                             "won't fix",
                                             "wontfix",
                                             "duplicate",
                                             "declined",
                                             "cannot reproduce",
                                             "invalid",
                                             "rejected",
                                             "incomplete",
                                             "not planned",
                                             "abandoned",
                                             "no se hara",
                                             "duplicado",
                                             "rechazado",
                                             "no reproducible",
                                             "не будет сделано",
                                             "не будет исправлено",
                                             "дубликат",
                                             "отклонено",
                                             "отменено",
                                             "не воспроизводится",
                                             "wird nicht erledigt",
                                             "duplikat",
                                             "abgelehnt",
                                             "ne sera pas fait",
                                             "doublon",
                                             "refuse",
                                             "nao sera feito",
                                             "rejeitado",
                                             "non verra fatto",
                                             "duplicato",
                                             "rifiutato"}}});
  return look_up(words, text).has_value();
}

std::optional<ItemKind> read_kind(std::string_view text) {
  static const auto words = by_word(kind_table());
  return look_up(words, text);
}

std::optional<Moscow> read_moscow(std::string_view text) {
  static const auto words = by_word<Moscow>({{Moscow::must, {"must", "must have", "must haves", "m"}},
                                             {Moscow::should, {"should", "should have", "should haves", "s"}},
                                             {Moscow::could, {"could", "could have", "could haves", "nice to have", "c"}},
                                             {Moscow::wont,
                                              {"wont", "won't", "wont have", "won't have", "won't have this time",
                                               "will not have", "would have", "won't haves", "w"}}});
  return look_up(words, text);
}

std::optional<double> read_impact_word(std::string_view text) {
  static const auto words = by_word<double>({{3, {"massive", "very high"}},
                                             {2, {"high", "alto", "hoch"}},
                                             {1, {"medium", "medio", "mittel"}},
                                             {0.5, {"low", "bajo", "niedrig"}},
                                             {0.25, {"minimal", "very low"}}});
  return look_up(words, text);
}

std::optional<double> read_confidence_word(std::string_view text) {
  static const auto words = by_word<double>({{1, {"high", "alta", "alto", "hoch"}},
                                             {0.8, {"medium", "media", "medio", "mittel"}},
                                             {0.5, {"low", "baja", "bajo", "niedrig"}}});
  return look_up(words, text);
}

}  // namespace tradewind::exchange
