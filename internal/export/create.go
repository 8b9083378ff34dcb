package export

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

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

// columnsPath is where columns are named.
const columnsPath = "input.users.columns"

// maxKey is the longest idempotency key, in characters.
const maxKey = 100

// Request describes a file.
type Request struct {
	List           json.RawMessage // arguments of the list, which its own code has checked
	Format         Format
	Columns        []string // keys; nil means DefaultColumns
	IdempotencyKey *string
}

// DefaultColumns are those of a file for which none are named.
func DefaultColumns() []string {
	return []string{"id", "displayName", "firstName", "lastName", "email", "phone", "status", "userType", "resellerRole", "roles",
		"organization", "organizationId", "externalId", "timezone", "locale", "twoFactorEnabled", "lastLoginAt", "lastActivityAt", "createdAt"}
}

// Create asks for a file of the users that the viewer sees and may export, and
// answers the job that will make it. Refusals: REQUIRED, INVALID, DUPLICATE,
// TOO_LONG, LIMIT_REACHED, IDEMPOTENCY_KEY_REUSED. [000]
func (s *Service) Create(ctx context.Context, in Request) (*db.Job, error) {
	viewer := authz.FromContext(ctx)
	if viewer == nil {
		return nil, fault.New(fault.Unauthenticated, "Nobody is signed in.")
	}
	if staff, others := s.Authorizer.UserExportReach(viewer); !staff && others.None() {
		return nil, &fault.Error{Kind: fault.Forbidden, Message: "You do not have the permission for this.",
			Permission: []string{authz.ResellerUserExport.Name(), authz.TenantUserExport.Name()}}
	}
	if err := in.check(); err != nil {
		return nil, err
	}
	var created *db.Job
	err := s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		// The lock of the asking user's row serialises what he asks for.
		if _, err := tx.Client.User.Query().Where(user.ID(viewer.UserID)).ForUpdate().Only(ctx); err != nil {
			return fmt.Errorf("lock user %s: %w", viewer.UserID, err)
		}
		id, err := s.Idempotency.Once(ctx, tx, "exportCreate", in.IdempotencyKey, in, func() (uuid.UUID, error) {
			return s.insert(ctx, tx, viewer, in)
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

// check completes a request, or refuses it.
func (in *Request) check() error {
	var errs fault.Refusals
	if in.IdempotencyKey != nil {
		switch key := strings.TrimSpace(*in.IdempotencyKey); {
		case key == "":
			in.IdempotencyKey = nil
		case utf8.RuneCountInString(key) > maxKey:
			errs.Add(fault.TooLong, "input.idempotencyKey", "At most %d characters.", maxKey)
		default:
			in.IdempotencyKey = &key
		}
	}
	if in.Format != CSV && in.Format != NDJSON && in.Format != XLSX {
		errs.Add(fault.Invalid, "input.format", "Files are made as CSV, NDJSON or XLSX.")
	}
	known := DefaultColumns()
	if in.Columns == nil {
		in.Columns = known
	}
	if len(in.Columns) == 0 {
		errs.Add(fault.Required, columnsPath, "A file has at least one column.")
	}
	for i, c := range in.Columns {
		path := columnsPath + "." + strconv.Itoa(i)
		switch {
		case !slices.Contains(known, c):
			errs.Add(fault.Invalid, path, "There is no such column.")
		case slices.Contains(in.Columns[:i], c):
			errs.Add(fault.Duplicate, path, "The column is named twice.")
		}
	}
	return errs.Err()
}

func (s *Service) insert(ctx context.Context, tx *database.Tx, v *authz.Viewer, in Request) (uuid.UUID, error) {
	id, now := schema.NewID(), s.now()
	open, err := tx.Client.Job.Query().Where(job.UserID(v.UserID), job.KindEQ(job.KindEXPORT),
		job.StatusIn(job.StatusQUEUED, job.StatusRUNNING)).Count(ctx)
	if err != nil {
		return id, fmt.Errorf("count exports of user %s: %w", v.UserID, err)
	}
	if open >= MaxUnfinished {
		return id, fault.Refuse(fault.LimitReached, "input", "%d exports of yours are under way already. Wait for one, or cancel it.", open)
	}
	stored, err := json.Marshal(order{List: in.List, Format: in.Format, Columns: in.Columns})
	if err != nil {
		return id, fmt.Errorf("encode export: %w", err)
	}
	j, err := tx.Client.Job.Create().SetID(id).SetAccountID(v.AccountID).SetOrganizationID(v.OrganizationID).SetUserID(v.UserID).
		SetKind(job.KindEXPORT).SetInput(stored).SetCreatedAt(now).Save(ctx)
	if err != nil {
		return id, fmt.Errorf("create export: %w", err)
	}
	if err := s.Jobs.InsertMany(ctx, tx.SQL, []river.InsertManyParams{
		{Args: Args{v.ResellerID, id}, InsertOpts: &river.InsertOpts{Queue: Queue, MaxAttempts: maxAttempts}},
		{Args: TidyArgs{v.ResellerID, id}, InsertOpts: &river.InsertOpts{ScheduledAt: now.Add(Deadline)}},
	}); err != nil {
		return id, err
	}
	if err := publish(ctx, tx, j, live.Created); err != nil {
		return id, err
	}
	return id, audit.Record(ctx, tx, event(j, now, "users.exported", in.summary()...))
}

// summary tells the audit log what was asked for: of the list's arguments
// those that say something.
func (in *Request) summary() []audit.Change {
	changes := slices.Concat(audit.Text("format", "", string(in.Format)), audit.Text("columns", "", strings.Join(in.Columns, ", ")))
	var list map[string]any
	if json.Unmarshal(in.List, &list) != nil {
		return changes
	}
	for _, name := range []string{"search", "where", "orderBy"} {
		value := said(list[name])
		if value == nil {
			continue
		}
		text, isText := value.(string)
		if !isText {
			written, err := json.Marshal(value)
			if err != nil {
				continue // it came from JSON
			}
			text = string(written)
		}
		changes = append(changes, audit.Text(name, "", text)...)
	}
	return changes
}

// said is a JSON value without the properties that are null; nil when nothing
// is left.
func said(value any) any {
	switch v := value.(type) {
	case map[string]any:
		kept := map[string]any{}
		for name, item := range v {
			if item = said(item); item != nil {
				kept[name] = item
			}
		}
		if len(kept) == 0 {
			return nil
		}
		return kept
	case []any:
		kept := make([]any, len(v))
		for i, item := range v {
			if kept[i] = said(item); kept[i] == nil {
				kept[i] = map[string]any{}
			}
		}
		return kept
	}
	return value
}
