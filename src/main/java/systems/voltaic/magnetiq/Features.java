package systems.voltaic.magnetiq;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import systems.voltaic.magnetiq.access.Finder;
import systems.voltaic.magnetiq.audit.Naming;
import systems.voltaic.magnetiq.bus.Topics;
import systems.voltaic.magnetiq.cache.FinishedAnswers;
import systems.voltaic.magnetiq.cache.Original;
import systems.voltaic.magnetiq.cache.Policy;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.http.Contract;
import systems.voltaic.magnetiq.http.Limits;
import systems.voltaic.magnetiq.http.Routes;
import systems.voltaic.magnetiq.integration.Partner;
import systems.voltaic.magnetiq.integration.webhook.Undelivered;
import systems.voltaic.magnetiq.integration.webhook.WebhookFinder;
import systems.voltaic.magnetiq.integration.webhook.WebhookPartner;
import systems.voltaic.magnetiq.integration.webhook.WebhookRoutes;
import systems.voltaic.magnetiq.integration.webhook.Webhooks;
import systems.voltaic.magnetiq.job.Companion;
import systems.voltaic.magnetiq.job.JobRoutes;
import systems.voltaic.magnetiq.job.OpenJobs;
import systems.voltaic.magnetiq.json.Json;
import systems.voltaic.magnetiq.mail.Letters;
import systems.voltaic.magnetiq.mail.MailRoutes;
import systems.voltaic.magnetiq.mail.Mails;
import systems.voltaic.magnetiq.mail.Outbox;
import systems.voltaic.magnetiq.mail.Unsent;
import systems.voltaic.magnetiq.net.OutgoingUrls;
import systems.voltaic.magnetiq.net.Resolver;
import systems.voltaic.magnetiq.ops.Build;
import systems.voltaic.magnetiq.pages.DraftRoutes;
import systems.voltaic.magnetiq.pages.DraftRules;
import systems.voltaic.magnetiq.pages.Drafts;
import systems.voltaic.magnetiq.pages.MenuRules;
import systems.voltaic.magnetiq.pages.PageFinder;
import systems.voltaic.magnetiq.pages.PageNames;
import systems.voltaic.magnetiq.pages.PageRoutes;
import systems.voltaic.magnetiq.pages.Pages;
import systems.voltaic.magnetiq.pages.PublicPages;
import systems.voltaic.magnetiq.pages.Seeder;
import systems.voltaic.magnetiq.pages.SiteFiles;
import systems.voltaic.magnetiq.people.session.Names;
import systems.voltaic.magnetiq.people.session.StaffFinders;
import systems.voltaic.magnetiq.schedule.ScheduleRoutes;
import systems.voltaic.magnetiq.schedule.Ticks;
import systems.voltaic.magnetiq.secret.Vault;
import systems.voltaic.magnetiq.settings.LiveSettings;
import systems.voltaic.magnetiq.settings.Setting;
import systems.voltaic.magnetiq.settings.SettingFinder;
import systems.voltaic.magnetiq.settings.SettingRoutes;
import systems.voltaic.magnetiq.settings.Settings;
import systems.voltaic.magnetiq.site.Content;
import systems.voltaic.magnetiq.site.KeptAssets;
import systems.voltaic.magnetiq.site.Maintenance;
import systems.voltaic.magnetiq.site.SiteRoutes;

/** What the program can do, built once; and the seams where two features meet. */
final class Features {

  static final String SETTINGS_TAG = "settings";
  private static final String DEMO = "demo";
  private static final String SETTINGS_CHANNEL = "mq:settings";

  /** What partners learn of a changed setting. */
  private record SettingChange(String key, JsonNode before, JsonNode after) {}

  private static final int LOOKUPS = 4;

  private final Kernel kernel;
  private final LiveSettings live;
  private final Settings settings;
  private final Ticks ticks;
  private final OpenJobs openJobs;
  private final Mails mails;
  private final Pages pages;
  private final Drafts drafts;
  private final Seeder seeder;
  private final OutgoingUrls urls;
  private final Vault vault;
  private final Webhooks webhooks;
  private final Staff staff;
  private final Auditing auditing;
  private final Desk desk;
  private final KeptAssets assets;
  private final LiveLimits limits;
  private final Company company;

  Features(Kernel kernel, Build build, Contract contract) {
    this.kernel = kernel;
    var db = kernel.db();
    this.settings =
        new Settings(
            db, kernel.config().lockedSettings(), this::settingChanged, this::announceSettings);
    this.live = new LiveSettings(kernel.vertx(), kernel.background(), settings);
    this.limits = new LiveLimits(live);
    this.company = new Company(live, kernel.config(), build);
    List<Companion> companions = List.of(new Unsent(), new Undelivered());
    this.openJobs = new OpenJobs(db, kernel.jobs(), kernel.audit(), companions);
    this.ticks = new Ticks(db, kernel.jobs(), kernel.audit(), Housekeeping.ticks());
    this.mails =
        new Mails(
            db,
            new Outbox(kernel.jobs(), kernel.ids()),
            new Letters(),
            company::brand,
            kernel.clock(),
            kernel.audit(),
            new Names(db)::of);
    this.assets = new KeptAssets(kernel.background(), kernel.answers());
    var rules = new DraftRules(contract.root());
    var menuRules = new MenuRules(contract.root());
    this.pages = new Pages(db, company::frame, kernel.clock());
    this.drafts =
        new Drafts(db, rules, kernel.audit(), this::announce, kernel.clock(), this::announcePages);
    this.seeder =
        new Seeder(kernel.vertx(), db, kernel.audit(), rules, menuRules, this::announcePages);
    this.urls = outgoingUrls();
    this.vault = new Vault(kernel.config().vault(), kernel.random());
    this.staff = new Staff(kernel, live, vault, mails::send, this::announce);
    this.webhooks =
        new Webhooks(db, kernel.jobs(), kernel.ids(), kernel.audit(), urls, vault, kernel.random());
    this.auditing = new Auditing(kernel, vault, naming());
    this.desk = new Desk(kernel, staff, openJobs, mails, finders());
  }

  /** What is live in memory is read before anything is served. */
  Future<Void> start() {
    kernel.answers().before(SETTINGS_TAG, live::look);
    return Topics.SETTINGS_CHANGED
        .subscribe(kernel.vertx(), change -> settingsSeen())
        .compose(heard -> kernel.redis().subscribe(SETTINGS_CHANNEL, news -> live.look()))
        .compose(heard -> live.start())
        .compose(live -> staff.start())
        .compose(known -> desk.start())
        .compose(live -> kernel.config().demo() ? seeder.seed(DEMO) : Future.succeededFuture());
  }

  List<Routes> routes() {
    var routes = new ArrayList<>(staff.routes());
    routes.addAll(ownRoutes());
    return routes;
  }

  private List<Routes> ownRoutes() {
    return List.of(
        new SiteRoutes(company::site),
        new PageRoutes(pages),
        new DraftRoutes(drafts),
        new SettingRoutes(settings),
        auditing.routes(),
        desk.routes(),
        new JobRoutes(openJobs),
        new ScheduleRoutes(ticks),
        new MailRoutes(mails),
        new WebhookRoutes(webhooks));
  }

  /** Everybody outside who is told what happens here. */
  List<Partner> partners() {
    return List.of(
        new WebhookPartner(
            webhooks, urls, vault, kernel.clock(), kernel.random(), kernel.meters()));
  }

  /** What everybody may read is finished once for all of them. */
  FinishedAnswers publicAnswers() {
    var answers = new FinishedAnswers(kernel.answers());
    new PublicPages(pages).register(answers, SETTINGS_TAG);
    return answers.on(
        "/api/v1/site",
        Policy.of(Duration.ofMinutes(1)),
        List.of(SETTINGS_TAG),
        values -> Future.succeededFuture(Original.json(Json.write(company.site()))));
  }

  /** What machines read of the site. */
  FinishedAnswers siteFiles() {
    var answers = new FinishedAnswers(kernel.answers());
    boolean open = kernel.config().app().stage() == Config.Stage.PRODUCTION;
    new SiteFiles(pages, company::frame, open, SiteFiles.LARGEST_PART)
        .register(answers, SETTINGS_TAG);
    return answers;
  }

  /** What the site shows. */
  Content content() {
    return new SiteContent(pages, kernel.clock());
  }

  KeptAssets assets() {
    return assets;
  }

  Maintenance maintenance() {
    return new Maintenance(
        () -> live.flag("maintenance.enabled"),
        language -> live.text("maintenance.message", language));
  }

  /** What the audit shows instead of ids. */
  private Naming naming() {
    return Naming.all(new Names(kernel.db())::of, new PageNames(kernel.db())::of, webhooks::hosts);
  }

  /** Everything that the search over everything finds, most wanted first. */
  private List<Finder> finders() {
    var finders = new ArrayList<Finder>();
    finders.add(new PageFinder(kernel.db(), kernel.clock()));
    finders.addAll(new StaffFinders(kernel.db()).all());
    finders.add(new SettingFinder());
    finders.add(new WebhookFinder(webhooks));
    return finders;
  }

  private void changed(String what, String id) {
    Topics.CHANGED.publish(kernel.vertx(), new Topics.Changed(what, id));
  }

  Desk desk() {
    return desk;
  }

  Auditing auditing() {
    return auditing;
  }

  Staff staff() {
    return staff;
  }

  LiveSettings live() {
    return live;
  }

  Ticks ticks() {
    return ticks;
  }

  OpenJobs openJobs() {
    return openJobs;
  }

  Mails mails() {
    return mails;
  }

  Webhooks webhooks() {
    return webhooks;
  }

  Limits limits() {
    return limits.now();
  }

  private Future<?> settingChanged(Tx tx, Setting before, Setting after) {
    var change = new SettingChange(after.key(), before.value(), after.value());
    return kernel
        .audit()
        .record(tx, "settings.changed", "setting:" + after.key(), before.value(), after.value())
        .compose(noted -> webhooks.announce(tx, "settings.changed", change));
  }

  /** After the commit: here at once, elsewhere by a message that may be lost without harm. */
  private void announceSettings() {
    live.look();
    kernel.redis().publish(SETTINGS_CHANNEL, "changed");
    changed("settings", null);
    kernel.answers().changed(SETTINGS_TAG);
  }

  /** Redis tells the caches of all instances; without it each looks after its own. */
  private void settingsSeen() {
    limits.look();
    if (!kernel.redis().listening()) {
      kernel.answers().outdated(SETTINGS_TAG);
    }
  }

  private Future<?> announce(Tx tx, String event, Object payload) {
    return webhooks.announce(tx, event, payload);
  }

  private void announcePages() {
    kernel.answers().changed(PublicPages.TAG);
    changed("pages", null);
  }

  private OutgoingUrls outgoingUrls() {
    var resolver = Resolver.system(kernel.vertx(), LOOKUPS, Duration.ofMillis(1500));
    return new OutgoingUrls(resolver, kernel.config().webhooksMayBePrivate());
  }
}
