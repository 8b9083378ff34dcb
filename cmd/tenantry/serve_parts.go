package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"path/filepath"
	"strings"
	"time"

	"github.com/riverqueue/river"
	"go.opentelemetry.io/otel/trace"

	"tenantry/authz"
	"tenantry/console"
	contract "tenantry/frontend-contract"
	"tenantry/graph"
	"tenantry/internal/billing"
	"tenantry/internal/commerce"
	"tenantry/internal/database"
	"tenantry/internal/directory"
	"tenantry/internal/disposable"
	"tenantry/internal/export"
	"tenantry/internal/impersonation"
	"tenantry/internal/jobs"
	"tenantry/internal/live"
	"tenantry/internal/mail"
	"tenantry/internal/policy"
	"tenantry/internal/portal"
	"tenantry/internal/resource"
	"tenantry/internal/server"
	"tenantry/internal/session"
	"tenantry/internal/usage"
)

// parts are what the steps of Run hand on to each other.
type parts struct {
	log       *slog.Logger
	tracer    trace.TracerProvider
	listener  net.Listener
	store     *store
	db        *database.DB
	metrics   *server.Metrics
	secret    []byte
	mailbox   *mail.Mailbox // nil when mails really go out
	sender    mail.Sender
	sessions  *session.Service
	visits    *impersonation.Service
	policy    *authz.Authorizer
	keeper    *policy.Keeper
	directory *directory.Service
	billing   *billing.Service
	commerce  *commerce.Service
	portal    *portal.Service
	live      *live.Hub
	exports   *export.Service
	usage     *usage.Service
}

func (m *Main) startRuntime(ctx context.Context) (err error) {
	m.log = newLogger(m.Env.stderr, m.Config)
	tuneRuntime(m.Env.getenv)
	m.metrics = server.NewMetrics()
	m.tracer, err = m.startTracing(ctx)
	return err
}

func (m *Main) startListener(ctx context.Context) (err error) {
	m.listener, err = new(net.ListenConfig).Listen(ctx, "tcp", m.Config.Addr)
	if err != nil {
		return fmt.Errorf("listen on TENANTRY_ADDR: %w", err)
	}
	m.URL = "http://" + m.listener.Addr().String()
	if public, derived := strings.CutSuffix(m.Config.PublicURL, ":0"); derived && m.Config.Dev {
		_, port, err := net.SplitHostPort(m.listener.Addr().String()) // known only now
		if err != nil {
			return fmt.Errorf("read address that is listened on: %w", err)
		}
		m.Config.PublicURL = public + ":" + port
	}
	m.onClose(func(context.Context) error {
		if err := m.listener.Close(); !errors.Is(err, net.ErrClosed) {
			return err
		}
		return nil
	})
	return nil
}

func (m *Main) startDatabase(ctx context.Context) (err error) {
	if m.store, err = openStore(ctx, m.Config, nil); err != nil {
		return err
	}
	m.onClose(m.store.Close)
	applied, err := m.store.Migrate(ctx, m.Env.now())
	if err != nil {
		return err
	}
	for _, name := range applied {
		m.log.InfoContext(ctx, "migrated", "file", name)
	}
	m.db, err = database.Open(database.Config{
		PoolConfig: database.PoolConfig{
			URL: m.store.appURL, MaxConns: m.Config.MaxConns, StatementCache: m.Config.StatementCache,
		},
		ReadURL: m.Config.ReadURL.Reveal(),
	})
	if err != nil {
		return err
	}
	m.onClose(func(context.Context) error { return m.db.Close() })
	m.metrics.Pool("write", m.db.Write)
	return nil
}

func (m *Main) startSecret(context.Context) (err error) {
	if m.secret = []byte(m.Config.Secret.Reveal()); len(m.secret) == 0 {
		m.secret, err = keptSecret(filepath.Join(m.Config.dataDir(), "secret"))
	}
	return err
}

func (m *Main) startDemo(ctx context.Context) error {
	if !m.Config.Dev {
		return nil
	}
	if there, err := demoSeeded(ctx, m.db.Write); err != nil || there {
		return err
	}
	hash, err := demoHash(ctx, m.Config)
	if err != nil {
		return err
	}
	owner, err := m.store.Owner()
	if err != nil {
		return err
	}
	defer owner.Close()
	return seedDemo(ctx, owner, m.Env.now(), hash, m.Env.stdout)
}

func (m *Main) startSessions(ctx context.Context) error {
	if err := m.startPolicy(ctx); err != nil {
		return err
	}
	listen, err := m.listenDSN()
	if err != nil {
		return err
	}
	// The client that works jobs needs the sessions first; this one only inserts.
	inserts, err := jobs.New(jobs.Config{DB: m.db.Write, Logger: m.log, Now: m.Env.now})
	if err != nil {
		return err
	}
	m.sessions, err = session.New(session.Config{
		DB:             m.db,
		PublicURL:      m.Config.PublicURL,
		Mails:          directory.SecurityMails{Jobs: inserts},
		Authorizer:     m.policy,
		Hasher:         session.NewHasher(session.DefaultHashParams()),
		Secret:         m.secret,
		ListenDSN:      listen,
		InsecureCookie: m.Config.Dev,
		Now:            m.Env.now,
		Log:            m.log,
		Observe:        m.metrics.SignIn,
	})
	if err != nil {
		return err
	}
	m.background(m.sessions.Listen)
	m.live = live.New(live.Config{
		ListenDSN: listen, AccessChannel: session.ChannelAccess, AccessHeard: m.sessions.Forget, Log: m.log,
	})
	m.background(m.live.Run)
	return nil
}

func (m *Main) startDirectory(ctx context.Context) (err error) {
	if m.sender, m.mailbox, err = openMail(m.Config); err != nil {
		return err
	}
	// The workers need the service, and the service the client that inserts.
	workers := river.NewWorkers()
	client, err := jobs.New(jobs.Config{DB: m.db.Write, Workers: workers, Logger: m.log, Observe: m.metrics.Job, Now: m.Env.now,
		Queues:   map[string]int{export.Queue: export.Workers, directory.WorkQueue: directory.WorkersAtIt},
		Periodic: append(append(directory.Periodic(), append(usage.Periodic(), billing.Periodic()...)...), session.PurgeDaily(), directory.PurgeDeadMailsDaily())})
	if err != nil {
		return err
	}
	if m.directory, err = newDirectory(m.Config, m.Env, m.db, m.policy, client, m.sessions, m.secret); err != nil {
		return err
	}
	m.directory.RoleChanged = m.keeper.Refresh
	m.directory.Count = m.metrics.Count
	m.directory.SenderName = m.brandings().SenderName
	m.commerce = m.newCommerce(client)
	m.directory.Commerce = m.commerce
	m.billing = m.newBilling(client)
	m.directory.Subscriptions = m.billing
	m.exports = m.newExports(client)
	m.commerce.Exports = m.exports
	m.usage = m.newUsage()
	m.directory.AddWorkers(workers, m.sender, m.log)
	m.directory.AddItemWorkers(workers, m.sessions, m.log)
	m.directory.AddSweepWorkers(workers, m.log)
	m.exports.AddWorkers(workers, m.log)
	m.usage.AddWorkers(workers, m.log)
	m.billing.AddWorkers(workers, m.sender, m.Config.PublicURL, m.log)
	m.sessions.AddWorkers(workers)
	m.visits = m.newImpersonations(client)
	m.visits.AddWorkers(workers, m.directory, m.sender, m.log)
	m.portal = m.newPortal(client)
	m.portal.AddWorkers(workers, m.directory, m.sender, m.log)
	if err := client.Start(ctx); err != nil {
		return err
	}
	m.onClose(client.Stop)
	return nil
}

// startPolicy decides by the built-in roles and the custom ones in the
// database, and follows changes made by other processes.
func (m *Main) startPolicy(ctx context.Context) error {
	builtIn, err := authz.Load()
	if err != nil {
		return err
	}
	m.policy = authz.New(builtIn)
	listen, err := m.listenDSN()
	if err != nil {
		return err
	}
	m.keeper = &policy.Keeper{DB: m.db, Authorizer: m.policy, ListenDSN: listen, Log: m.log}
	if err := m.keeper.Reload(ctx); err != nil {
		return err
	}
	m.background(m.keeper.Run)
	return nil
}

// listenDSN is the address to hear notifications at; empty behind a
// transaction pooler, where nobody can listen.
func (m *Main) listenDSN() (string, error) {
	settings, err := database.ParseURL(m.store.appURL)
	if err != nil || settings.TransactionPooler {
		return "", err
	}
	return settings.DSN, nil
}

// termsVersion is the version of the terms that is in force: who accepts an
// invitation accepts it.
const termsVersion = "1"

// newDirectory makes the service of users, organizations and invitations.
func newDirectory(cfg *Config, env environment, db *database.DB, policy *authz.Authorizer, inserts directory.Jobs,
	sessions *session.Service, secret []byte) (*directory.Service, error) {
	throwaway, err := disposable.Load()
	if err != nil {
		return nil, err
	}
	return &directory.Service{
		DB:           db,
		Authorizer:   policy,
		Jobs:         inserts,
		Passwords:    session.Accounts{Service: sessions},
		Sessions:     session.Accounts{Service: sessions},
		Disposable:   throwaway,
		Secret:       secret,
		PublicURL:    cfg.PublicURL,
		TermsVersion: termsVersion,
		Now:          env.now,
	}, nil
}

func (m *Main) startServer(context.Context) error {
	manifest, err := contract.LoadManifest()
	if err != nil {
		return err
	}
	streams := &graph.Streams{Recheck: m.sessions.Recheck, Origins: m.Config.CORSOrigins}
	m.metrics.Live(streams.Open, m.live.Open)
	api := graph.NewServer(graph.ServerConfig{
		Resolver: &graph.Resolver{
			Impersonations: m.visits,
			Resources:      &resource.Service{DB: m.db, Authorizer: m.policy, Now: m.Env.now},
			Portal:         m.portal,
			Brandings:      m.brandings(),
			Partner:        m.newPartner(),
			DB:             m.db, Authorizer: m.policy, Directory: m.directory, Commerce: m.commerce, Billing: m.billing, Sessions: m.sessions, Live: m.live, Exports: m.exports, Usage: m.usage, Now: m.Env.now,
		},
		Authorizer:    m.policy,
		Introspection: func(context.Context) bool { return m.Config.Dev },
		Manifest:      manifest,
		TrustedOnly:   m.Config.TrustedDocumentsOnly,
		Streams:       streams,
		Observe:       m.metrics.Observe,
		Logger:        m.log,
	})
	counted := m.metrics.CountStatements(func(ctx context.Context) (context.Context, func() int) {
		ctx, counter := database.WithCounter(ctx)
		return ctx, counter.Count
	}, api)
	routes := server.Config{
		GraphQL:        counted,
		Session:        m.sessions.Middleware,
		Ready:          m.ready,
		Metrics:        m.metrics.Handler(),
		Downloads:      m.exports.Handler(m.log),
		SSO:            m.sessions.SSOHandler(),
		Logo:           m.brandings().LogoHandler(m.log),
		LogoUpload:     m.brandings().UploadHandler(m.sessions, m.log),
		Dev:            m.Config.Dev,
		CORSOrigins:    m.Config.CORSOrigins,
		TrustedProxies: m.Config.TrustedProxies,
		Tracer:         m.tracer,
		Logger:         m.log,
		Now:            m.Env.now,
		Console:        console.Built(),
	}
	if m.Config.Dev {
		routes.Personas = personas(m.Config)
		if m.mailbox != nil {
			routes.Mailbox = m.mailbox
		}
	}
	handler := server.New(routes)
	m.background(func(ctx context.Context) error { return server.ServeOn(ctx, m.listener, handler, m.log) })
	m.onClose(streams.Close) // before the server, which waits for them
	return nil
}

// ready tells whether requests can be served: the database can be written and
// has everything that this program expects of it.
func (m *Main) ready(ctx context.Context) error {
	if err := m.db.Ready(ctx); err != nil {
		return err
	}
	pending, err := pendingMigrations(ctx, m.db.Write)
	if err == nil && pending > 0 {
		err = fmt.Errorf("%d migrations are pending", pending)
	}
	return err
}

// background runs a part until the program is closed, which waits for it. A
// part that ends before that ends the program.
func (m *Main) background(run func(context.Context) error) {
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() {
		err := run(ctx)
		if ctx.Err() == nil {
			if err == nil {
				err = errors.New("a part of the program ended by itself")
			}
			select {
			case m.failed <- err:
			default: // another part was first
			}
		}
		done <- err
	}()
	m.onClose(func(context.Context) error {
		cancel()
		if err := <-done; err != nil && !errors.Is(err, context.Canceled) {
			return err
		}
		return nil
	})
}

// openMail chooses how mails go out. The mailbox is nil unless they stay here.
func openMail(cfg *Config) (mail.Sender, *mail.Mailbox, error) {
	if url := cfg.SMTPURL.Reveal(); url != "" {
		sender, err := mail.ParseSMTP(url)
		return sender, nil, err
	}
	box, err := mail.NewMailbox(filepath.Join(cfg.dataDir(), "mailbox"))
	return box, box, err
}

// stopLimit bounds what is stopped without a bound of its own.
const stopLimit = 10 * time.Second
