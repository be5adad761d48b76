package systems.voltaic.magnetiq.pages;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.access.Language;
import systems.voltaic.magnetiq.fault.Fault;

/** A whole site to begin with, ready to be put into the tables. */
record Demo(List<OfPage> pages, List<Words> words, List<OfMenu> menus) {

  record OfPage(UUID id, String type) {}

  record Words(
      UUID id,
      String locale,
      String path,
      String title,
      String excerpt,
      Seo seo,
      JsonNode picture,
      String author,
      List<String> tags,
      JsonNode blocks,
      int readingMinutes,
      Instant publishedAt) {}

  record OfMenu(String locale, String place, JsonNode items) {}

  boolean isEmpty() {
    return pages.isEmpty();
  }

  /** Holds the files against the rules that everybody's pages are held against. */
  static Demo of(DemoFiles files, DraftRules rules, MenuRules menuRules, Caller caller) {
    var demo = new Demo(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    var faults = new ArrayList<String>();
    files
        .pages()
        .forEach((name, file) -> demo.add(name, new DemoPage(file), rules, caller, faults));
    demo.addMenus(files.menus(), menuRules, faults);
    if (!faults.isEmpty()) {
      throw new IllegalStateException(
          "the demo pages break rules:\n  " + String.join("\n  ", faults));
    }
    return demo;
  }

  private void add(
      String name, DemoPage page, DraftRules rules, Caller caller, List<String> faults) {
    pages.add(new OfPage(page.id(), page.type()));
    for (Language language : page.languages()) {
      try {
        PageDraft draft = rules.checked(caller, page.draft(language));
        words.add(words(page, language, draft));
      } catch (Fault fault) {
        faults.add(name + " (" + language.tag() + "): " + told(fault));
      }
    }
  }

  private static Words words(DemoPage page, Language language, PageDraft draft) {
    return new Words(
        page.id(),
        language.tag(),
        draft.path(),
        draft.title(),
        draft.excerpt(),
        draft.seo(),
        draft.picture(),
        draft.author(),
        draft.tags(),
        draft.blocks(),
        ReadingTime.minutes(draft.blocks()),
        page.publishedAt());
  }

  private void addMenus(JsonNode file, MenuRules rules, List<String> faults) {
    for (var language : file.properties()) {
      for (var place : language.getValue().properties()) {
        try {
          rules.check(place.getKey(), place.getValue());
        } catch (Fault fault) {
          faults.add(
              "menus.yaml (" + language.getKey() + " " + place.getKey() + "): " + told(fault));
        }
        menus.add(new OfMenu(language.getKey(), place.getKey(), place.getValue()));
      }
    }
  }

  private static String told(Fault fault) {
    return fault.details().stream()
        .map(detail -> detail.pointer() + " " + detail.code() + " " + detail.message())
        .collect(Collectors.joining("; "));
  }
}
