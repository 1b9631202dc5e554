// The table of header translations. Entries are in plain_fold form (lower case, no accents, single spaces).
#include "exchange/header_words.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <vector>

#include "exchange/unicode.h"
#include "tradewind/exchange/text_encoding.h"

namespace tradewind::exchange {
namespace {

struct Words {
  Field field;
  std::vector<std::string_view> headers;
};

const std::vector<Words>& header_table() {
  static const std::vector<Words> table = {
      {Field::key,
       {"issue key",
        "key",
        "work item key",
        "ticket",
        "ticket key",
        "ticket id",
        "external key",
        "clave de incidencia",
        "clave de la incidencia",
        "clave",
        "ключ проблемы",
        "ключ задачи",
        "ключ запроса",
        "ключ",
        "vorgangsschlussel",
        "schlussel",
        "cle de ticket",
        "cle de demande",
        "cle",
        "chave da item",
        "chave do item",
        "chave da issue",
        "chave do ticket",
        "chave da ocorrencia",
        "chave",
        "chiave ticket",
        "chiave segnalazione",
        "chiave richiesta",
        "chiave"}},
      {Field::issue_id,
       {"issue id",
        "id",
        "#",
        "no",
        "nr",
        "number",
        "identifier",
        "item id",
        "task id",
        "work item id",
        "issue number",
        "reference",
        "ref",
        "feature id",
        "story id",
        "id de la incidencia",
        "id de incidencia",
        "id tarea",
        "идентификатор проблемы",
        "идентификатор задачи",
        "id проблемы",
        "id задачи",
        "номер",
        "vorgangs id",
        "vorgangsnummer",
        "id de ticket",
        "id de demande",
        "id do item",
        "id da item",
        "id do ticket",
        "id ticket",
        "id segnalazione",
        "numero"}},
      {Field::title,
       {"summary",
        "title",
        "name",
        "feature",
        "feature name",
        "features",
        "task name",
        "item",
        "item name",
        "issue title",
        "issues",
        "issue",
        "story",
        "user story",
        "subject",
        "idea",
        "initiative",
        "project name or title",
        "card name",
        "resumen",
        "titulo",
        "nombre",
        "nombre de la tarea",
        "tema",
        "название",
        "название задачи",
        "заголовок",
        "наименование",
        "zusammenfassung",
        "titel",
        "aufgabe",
        "funktion",
        "resume",
        "titre",
        "nom",
        "fonctionnalite",
        "resumo",
        "nome",
        "funcionalidade",
        "riepilogo",
        "titolo",
        "oggetto",
        "тема"}},
      {Field::short_title, {"short title", "short name"}},
      {Field::description,
       {"description", "details", "body", "notes", "note", "card description", "descripcion", "описание", "beschreibung",
        "descricao", "descrizione"}},
      {Field::type,
       {"issue type",
        "type",
        "kind",
        "work item type",
        "workitem type",
        "item type",
        "tipo de incidencia",
        "tipo",
        "tipo de item",
        "tipo de tarea",
        "тип задачи",
        "тип проблемы",
        "тип запроса",
        "тип",
        "vorgangstyp",
        "typ",
        "type de ticket",
        "type de demande",
        "tipo de ticket",
        "tipo ticket",
        "tipo di ticket",
        "tipo segnalazione"}},
      {Field::status,
       {"status", "state", "stage", "last state", "workflow state", "estado", "статус", "состояние", "etat", "statut", "stato",
        "situacao"}},
      {Field::status_category,
       {"status category", "categoria de estado", "категория статуса", "statuskategorie", "categorie d'etat",
        "categorie de statut", "categorie de l'etat", "categoria do status", "categoria de status", "categoria di stato",
        "categoria stato"}},
      {Field::resolution, {"resolution", "resolucion", "решение", "резолюция", "losung", "resolucao", "risoluzione"}},
      {Field::priority, {"priority", "prioridad", "приоритет", "prioritat", "priorite", "prioridade", "priorita"}},
      {Field::moscow, {"moscow", "moscow priority", "moscow category", "mscw"}},
      {Field::parent,
       {"parent",
        "parent id",
        "parent issue",
        "parent task",
        "parent item",
        "parent work item",
        "epic link",
        "epic",
        "principal",
        "padre",
        "enlace de epica",
        "enlace de la epica",
        "vinculo de las epicas",
        "vinculo de epica",
        "родитель",
        "родительская задача",
        "родительская проблема",
        "ссылка на эпик",
        "ubergeordnet",
        "epos verknupfung",
        "epic verknupfung",
        "lien d'epopee",
        "lien epic",
        "pai",
        "link do epico",
        "link epic",
        "elemento padre",
        "superior"}},
      {Field::parent_key,
       {"parent key", "clave principal", "clave del padre", "ключ родителя", "родительский ключ", "ключ родительской задачи",
        "ubergeordneter schlussel", "cle parent", "cle du parent", "chave pai", "chave principal", "chiave padre",
        "chiave principale"}},
      {Field::parent_name,
       {"parent summary", "parent name", "parent title", "resumen principal", "resumen del padre", "resumo pai"}},
      {Field::depends_on,
       {"depends on", "dependencies", "dependency", "blocked by", "blocked by (dependencies)", "predecessors", "predecessor",
        "requires", "depende de", "dependencias", "зависит от", "abhangig von", "vorganger", "depend de", "dipende da"}},
      {Field::blocks, {"blocks", "blocking", "blocking (dependencies)", "successors", "successor", "nachfolger", "bloquea"}},
      {Field::track, {"track"}},
      {Field::allocation_class, {"class", "allocation class", "allocation"}},
      {Field::assignee,
       {"assignee", "assignees", "assigned to", "owner", "responsible", "persona asignada", "asignado a", "asignado",
        "responsable", "исполнитель", "zugewiesene person", "bearbeiter", "zustandige person", "personne assignee", "responsavel",
        "assegnatario"}},
      {Field::requester,
       {"reporter", "reporters", "requester", "requested by", "informador", "solicitante", "автор", "berichterstatter", "autor",
        "rapporteur", "relator", "segnalatore", "richiedente", "stakeholder"}},
      {Field::creator,
       {"creator", "created by", "author", "creador", "создатель", "создал", "ersteller", "createur", "criador", "creatore",
        "autore"}},
      {Field::tags,
       {"labels", "label", "tags", "tag", "etiquetas", "etiqueta", "метки", "теги", "stichworter", "stichworte", "etiquettes",
        "etichette", "marcadores", "rotulos"}},
      {Field::url, {"url", "issue url", "html url", "external url", "card url"}},
      {Field::team,
       {"team", "squad", "required role", "role", "assigned team", "equipo", "rol requerido", "rol", "команда", "equipe",
        "squadra"}},
      {Field::reach, {"reach", "users reached", "users impacted", "alcance", "охват", "reichweite", "portee", "portata"}},
      {Field::impact, {"impact", "impacto", "влияние", "impatto", "auswirkung"}},
      {Field::confidence, {"confidence", "confianza", "уверенность", "konfidenz", "confiance", "confianca", "fiducia"}},
      {Field::confidence_percent, {"confidence (%)", "confidence %", "confidence percent", "confidence in %"}},
      {Field::ease, {"ease", "ease of implementation", "facilidad"}},
      {Field::business_value, {"business value", "user business value", "user and business value", "user/business value"}},
      {Field::time_criticality, {"time criticality"}},
      {Field::risk_reduction,
       {"risk reduction", "rr/oe", "rr oe", "risk reduction/opportunity enablement", "risk reduction opportunity enablement"}},
      {Field::job_size, {"job size", "jobsize"}},
      {Field::cost_of_delay, {"cost of delay"}},
      {Field::duration_weeks, {"duration weeks", "duration (weeks)"}},
      {Field::importance, {"importance"}},
      {Field::satisfaction, {"satisfaction"}},
      {Field::story_points,
       {"story points", "story point estimate", "story point", "points", "puntos de historia", "estimacion de puntos de historia",
        "pontos de historia", "pontos da historia", "estimativa de story points", "баллы истории", "оценка в баллах",
        "оценка в story point", "оценка сложности", "story punkte", "story points schatzung", "points d'effort",
        "estimation des story points", "punti storia", "story point (estimate)"}},
      {Field::effort,
       {"effort", "estimated effort", "effort (weeks)", "effort weeks", "effort (person weeks)", "person weeks",
        "effort in person weeks", "esfuerzo", "esforco", "aufwand", "sforzo", "трудозатраты"}},
      {Field::effort_days,
       {"effort (days)", "effort days", "effort (person days)", "person days", "estimate (days)", "estimated days",
        "aufwand (pt)", "dias estimados"}},
      {Field::effort_hours,
       {"effort (hours)", "effort hours", "hours", "estimated hours", "estimate (hours)", "person hours", "horas estimadas",
        "horas", "estimacion (horas)"}},
      {Field::effort_months,
       {"effort (months)", "effort months", "effort (person months)", "person months", "estimate (months)"}},
      {Field::estimate, {"estimate", "estimation", "estimacion", "оценка", "schatzung", "estimativa", "stima"}},
      {Field::original_estimate,
       {"original estimate", "estimacion original", "первоначальная оценка", "исходная оценка", "ursprungliche schatzung",
        "ursprunglicher schatzwert", "estimation originale", "estimativa original", "stima originale"}},
      {Field::start,
       {"start date", "start", "target start", "target start date", "planned start", "earliest start", "fecha de inicio",
        "fecha inicio", "дата начала", "startdatum", "date de debut", "data de inicio", "data inicio", "data di inizio"}},
      {Field::due,
       {"due date",
        "due",
        "due on",
        "deadline",
        "target date",
        "target end",
        "target end date",
        "end date",
        "fecha de vencimiento",
        "fecha limite",
        "fecha de entrega",
        "срок исполнения",
        "срок",
        "крайний срок",
        "falligkeitsdatum",
        "falligkeit",
        "fallig",
        "date d'echeance",
        "echeance",
        "data limite",
        "data de vencimento",
        "data de entrega",
        "data scadenza",
        "data di scadenza",
        "scadenza"}},
      {Field::sprint, {"sprint", "спринт", "cycle name", "iteration", "iteration path"}},
      {Field::sprint_start, {"cycle start", "sprint start", "iteration start"}},
      {Field::sprint_end, {"cycle end", "sprint end", "iteration end"}},
      {Field::comment,
       {"comment", "comments", "comentario", "comentarios", "комментарий", "комментарии", "kommentar", "kommentare",
        "commentaire", "commentaires", "commento", "commenti"}},
      {Field::rank, {"rank"}},
      {Field::completed, {"completed at", "completed"}},
      {Field::other_date,
       {"created",
        "created at",
        "created date",
        "date created",
        "updated",
        "updated at",
        "resolved",
        "resolved date",
        "closed",
        "closed at",
        "closed date",
        "finished date",
        "dates",
        "last viewed",
        "status category changed",
        "last modified",
        "started",
        "canceled",
        "archived",
        "creada",
        "creado",
        "fecha de creacion",
        "actualizada",
        "actualizado",
        "resuelta",
        "resuelto",
        "vista por ultima vez",
        "categoria de estado cambiada",
        "создано",
        "создана",
        "дата создания",
        "обновлено",
        "обновлена",
        "решено",
        "дата решения",
        "последний просмотр",
        "erstellt",
        "aktualisiert",
        "erledigt",
        "zuletzt angezeigt",
        "cree",
        "creation",
        "mis a jour",
        "mise a jour",
        "resolu",
        "criado",
        "atualizado",
        "resolvido",
        "creato",
        "creata",
        "aggiornato",
        "aggiornata",
        "risolto",
        "risolta"}},
  };
  return table;
}

std::optional<Field> field_of_words(const std::string& words) {
  static const auto by_header = [] {
    std::unordered_map<std::string_view, Field> map;
    for (const auto& entry : header_table())
      for (const auto header : entry.headers) map.emplace(header, entry.field);
    return map;
  }();
  const auto found = by_header.find(words);
  return found == by_header.end() ? std::nullopt : std::optional(found->second);
}

bool contains_any(std::string_view text, std::initializer_list<std::string_view> parts) {
  return std::any_of(parts.begin(), parts.end(),
                     [&](std::string_view part) { return text.find(part) != std::string_view::npos; });
}

/// "Custom field (Story Points)" -> "Custom field", "Story Points".
std::optional<std::pair<std::string_view, std::string_view>> split_brackets(std::string_view header) {
  header = trimmed(header);
  if (!header.ends_with(')')) return std::nullopt;
  const auto open = header.find('(');
  if (open == std::string_view::npos || open == 0) return std::nullopt;
  return std::pair{trimmed(header.substr(0, open)), trimmed(header.substr(open + 1, header.size() - open - 2))};
}

bool is_custom_field_prefix(const std::string& words) {
  static constexpr std::array prefixes = {
      "custom field",         "campo personalizado",      "campos personalizados",     "пользовательское поле",
      "настраиваемое поле",   "benutzerdefiniertes feld", "benutzerdefinierte felder", "champ personnalise",
      "champs personnalises", "campo personalizzato",     "campi personalizzati"};
  return std::find(prefixes.begin(), prefixes.end(), words) != prefixes.end();
}

/// In any language a link header says which way and that it is a link: "Enlace de incidencias entrante (Blocks)".
std::optional<bool> is_inward_link_prefix(const std::string& words) {
  if (!contains_any(words, {"link", "enlace", "vinculo", "lien", "verknupfung", "ссылк", "связ", "collegamento", "ligacao",
                            "relacion", "liaison"}))
    return std::nullopt;
  if (contains_any(words, {"inward", "entrante", "entrant", "interno", "interna", "hacia adentro", "hacia dentro", "de entrada",
                           "eingehend", "nach innen", "входящ", "внутренн", "внутрь", "in entrata", "interne"}))
    return true;
  if (contains_any(words, {"outward", "saliente", "externo", "externa", "hacia afuera", "hacia fuera", "sortant", "ausgehend",
                           "nach aussen", "nach außen", "исходящ", "внешн", "наружу", "in uscita", "saida", "externe"}))
    return false;
  return std::nullopt;
}

}  // namespace

HeaderMeaning read_header(std::string_view header) {
  HeaderMeaning meaning;
  meaning.custom_name = trimmed(header);
  const std::string words = plain_fold(header);
  if (const auto field = field_of_words(words)) {
    meaning.field = *field;
    return meaning;
  }
  const auto brackets = split_brackets(header);
  if (!brackets) return meaning;
  const std::string prefix = plain_fold(brackets->first);
  if (is_custom_field_prefix(prefix)) {
    meaning.is_custom_field = true;
    meaning.custom_name = brackets->second;
    const auto field = field_of_words(plain_fold(brackets->second));
    // A custom field may carry the name of a field of the system; only planning fields are taken from there.
    static constexpr std::array taken = {Field::parent,
                                         Field::moscow,
                                         Field::reach,
                                         Field::impact,
                                         Field::confidence,
                                         Field::confidence_percent,
                                         Field::ease,
                                         Field::business_value,
                                         Field::time_criticality,
                                         Field::risk_reduction,
                                         Field::job_size,
                                         Field::cost_of_delay,
                                         Field::story_points,
                                         Field::effort,
                                         Field::effort_days,
                                         Field::effort_hours,
                                         Field::effort_months,
                                         Field::start,
                                         Field::due,
                                         Field::sprint,
                                         Field::rank};
    if (field && std::find(taken.begin(), taken.end(), *field) != taken.end()) meaning.field = *field;
    return meaning;
  }
  if (const auto inward = is_inward_link_prefix(prefix)) {
    meaning.field = Field::link;
    meaning.link_type = brackets->second;
    meaning.inward = *inward;
  }
  return meaning;
}

LinkOrder order_of_link_type(std::string_view link_type) {
  const std::string words = plain_fold(link_type);
  // A relation that ties starts to starts or ends to ends says nothing about finish to start.
  if (contains_any(words, {"start to start", "end to end", "finish to finish", "start to end", "start to finish"}))
    return LinkOrder::none;
  // These types are named by their outward phrase: "A depends on B", so B, under outward, comes first.
  for (const std::string_view phrase : {"depends", "depends on", "is blocked by", "blocked by", "requires", "follows",
                                        "depende de", "зависит от", "hangt ab von", "dipende da", "depend de", "successor"})
    if (words == phrase) return LinkOrder::outward_first;
  if (contains_any(words,
                   {"block", "bloque", "bloqui", "blocca", "blocch", "блокир", "dependenc", "dependant", "dependent", "abhangig",
                    "зависим", "end to start", "finish to start", "preced", "predecessor", "prerequisite", "vorganger"}))
    return LinkOrder::inward_first;
  return LinkOrder::none;
}

bool is_jira_header(std::string_view header) {
  const auto meaning = read_header(header);
  if (meaning.is_custom_field || meaning.field == Field::link) return true;
  const std::string words = plain_fold(header);
  static constexpr std::array only_jira = {"issue key",      "clave de incidencia", "clave de la incidencia", "ключ проблемы",
                                           "ключ задачи",    "ключ запроса",        "vorgangsschlussel",      "cle de ticket",
                                           "cle de demande", "chave da item",       "chave do item",          "chave do ticket",
                                           "chiave ticket",  "chiave segnalazione", "chiave richiesta"};
  return std::find(only_jira.begin(), only_jira.end(), words) != only_jira.end();
}

}  // namespace tradewind::exchange
