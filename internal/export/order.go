package export

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/riverqueue/river"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/job"
	"tenantry/ent/db/user"
	"tenantry/ent/schema"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/fault"
	"tenantry/internal/live"
)

// Order is a file to make, whose asker may have it: who orders decides, and
// whoever makes it decides again.
type Order struct {
	Kind           job.Kind        // EXPORT or REPORT, which name the source
	List           json.RawMessage // what the source is opened with
	Format         Format
	Columns        []string
	Name           string         // of the file, before its date
	Keep           time.Duration  // how long the file can be fetched; 0: Retention
	Schedule       *uuid.UUID     // what ordered it, nil for a person
	Audit          []audit.Change // tells the log what was asked for
	IdempotencyKey *string

	said any // what the key stands for; nil: the order
}

// stored is what a job row keeps of an order.
type stored struct {
	List     json.RawMessage `json:"list"`
	Format   Format          `json:"format"`
	Columns  []string        `json:"columns"`
	Name     string          `json:"name,omitempty"`
	Keep     time.Duration   `json:"keep,omitempty"`
	Schedule *uuid.UUID      `json:"schedule,omitempty"`
}

// Source is where the rows of a kind of job come from.
type Source struct {
	List List
	// Allowed reports whether a viewer may still have such files.
	Allowed func(v *authz.Viewer) bool
}

// Statement names files of statements of credits, which are jobs of the kind
// EXPORT like lists.
const Statement = "credit-statement"

// source is that of a kind of job and a name of file.
func (s *Service) source(kind job.Kind, name string) Source {
	switch {
	case kind == job.KindREPORT:
		return s.Reports
	case name == Statement:
		return s.Statements
	}
	list := s.Users
	switch name {
	case AuditLog:
		list = s.AuditEvents
	case Organizations:
		list = s.Organizations
	}
	return Source{List: list, Allowed: func(v *authz.Viewer) bool { return s.allowed(name, v) }}
}

// actions are what the log calls the beginning and the end of a kind of job.
func actions(kind job.Kind, name string) (asked, finished string) {
	switch {
	case kind == job.KindREPORT:
		return "report.ordered", "report.finished"
	case name == Statement:
		return "credit.statement_exported", "credit.statement_export_finished"
	case name == AuditLog:
		return "audit.exported", "audit.export_finished"
	case name == Organizations:
		return "organizations.exported", "organizations.export_finished"
	}
	return "users.exported", "users.export_finished"
}

// Owner is who a file is for.
type Owner struct {
	User, Account, Organization uuid.UUID
	Visit                       *uuid.UUID // the impersonation in whose session it is asked for; nil in his own
}

// OwnerOf is a viewer as the owner of files.
func OwnerOf(v *authz.Viewer) Owner {
	return Owner{v.UserID, v.AccountID, v.OrganizationID, visitOf(v)}
}

// CreateOf orders a file for the viewer, once for a key. Refusals:
// LIMIT_REACHED, IDEMPOTENCY_KEY_REUSED.
func (s *Service) CreateOf(ctx context.Context, operation string, o Order) (*db.Job, error) {
	viewer := authz.FromContext(ctx)
	if viewer == nil {
		return nil, fault.New(fault.Unauthenticated, "Nobody is signed in.")
	}
	var said any = o.stored()
	if o.said != nil {
		said = o.said
	}
	var created *db.Job
	err := s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		// The lock of the asking user's row serialises what he asks for.
		if _, err := tx.Client.User.Query().Where(user.ID(viewer.UserID)).ForUpdate().Only(ctx); err != nil {
			return fmt.Errorf("lock user %s: %w", viewer.UserID, err)
		}
		id, err := s.Idempotency.Once(ctx, tx, operation, o.IdempotencyKey, said, func() (uuid.UUID, error) {
			if err := s.room(ctx, tx, viewer.UserID, o.Kind); err != nil {
				return uuid.Nil, err
			}
			return s.Enqueue(ctx, tx, OwnerOf(viewer), o)
		})
		if err != nil {
			return err
		}
		if created, err = tx.Client.Job.Query().Where(job.ID(id)).Only(ctx); err != nil {
			return fmt.Errorf("read job %s: %w", id, err)
		}
		return nil
	})
	return created, err
}

// room refuses a file to who has too many under way.
func (s *Service) room(ctx context.Context, tx *database.Tx, owner uuid.UUID, kind job.Kind) error {
	open, err := tx.Client.Job.Query().Where(job.UserID(owner), job.KindEQ(kind), job.StatusIn(job.StatusQUEUED, job.StatusRUNNING)).Count(ctx)
	if err != nil {
		return fmt.Errorf("count files of user %s: %w", owner, err)
	}
	if open >= MaxUnfinished {
		what := "exports"
		if kind == job.KindREPORT {
			what = "reports"
		}
		return fault.Refuse(fault.LimitReached, "input", "%d %s of yours are under way already. Wait for one, or cancel it.", open, what)
	}
	return nil
}

// Enqueue orders a file for somebody in a transaction, and answers its job.
func (s *Service) Enqueue(ctx context.Context, tx *database.Tx, of Owner, o Order) (uuid.UUID, error) {
	id, now := schema.NewID(), s.now()
	reseller, err := database.ResellerOf(ctx)
	if err != nil {
		return id, err
	}
	input, err := json.Marshal(o.stored())
	if err != nil {
		return id, fmt.Errorf("encode export: %w", err)
	}
	j, err := tx.Client.Job.Create().SetID(id).SetAccountID(of.Account).SetOrganizationID(of.Organization).SetUserID(of.User).
		SetNillableImpersonationID(of.Visit).SetKind(o.Kind).SetInput(input).SetCreatedAt(now).Save(ctx)
	if err != nil {
		return id, fmt.Errorf("create export: %w", err)
	}
	if err := s.Jobs.InsertMany(ctx, tx.SQL, []river.InsertManyParams{
		{Args: Args{reseller, id}, InsertOpts: &river.InsertOpts{Queue: Queue, MaxAttempts: maxAttempts}},
		{Args: TidyArgs{reseller, id}, InsertOpts: &river.InsertOpts{ScheduledAt: now.Add(Deadline)}},
	}); err != nil {
		return id, err
	}
	if err := publish(ctx, tx, j, live.Created); err != nil {
		return id, err
	}
	asked, _ := actions(o.Kind, o.Name)
	return id, audit.Record(ctx, tx, event(j, now, asked, o.Audit...))
}

func (o Order) stored() stored {
	return stored{o.List, o.Format, o.Columns, o.Name, o.Keep, o.Schedule}
}
