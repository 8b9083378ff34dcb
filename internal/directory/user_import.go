package directory

import (
	"context"
	"encoding/json"
	"fmt"
	"strconv"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/job"
	"tenantry/ent/db/jobitem"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/fault"
	"tenantry/internal/mailaddr"
)

// importBatch is how many rows of a job are written in one transaction.
const importBatch = 100

// Import is a file of users for one organization.
type Import struct {
	OrganizationID uuid.UUID
	CSV            string
	DryRun         bool
	IdempotencyKey *string
}

// ImportResult is what became of one row: invited, unless there are errors.
type ImportResult struct {
	Row    int // from 1
	Email  string
	UserID *uuid.UUID
	Errors fault.Refusals
}

// ImportOutcome is what became of a file: results, or the job that does it. It
// is stored under the idempotency key.
type ImportOutcome struct {
	Results []ImportResult
	JobID   *uuid.UUID
	Rows    int
}

// UsersImport adds the users of a file, each PENDING with an invitation: up to
// 100 rows before it answers, in one transaction; more become a job. The good
// rows are written whatever the others are. Refusals of the whole: NOT_FOUND,
// WRONG_STATE, REQUIRED, TOO_LONG, INVALID, DUPLICATE, LIMIT_REACHED (csv),
// IDEMPOTENCY_KEY_REUSED; fault.StepUpRequired when roles or administrator
// access are given.
func (s *Service) UsersImport(ctx context.Context, in Import) (*ImportOutcome, error) {
	viewer := authz.FromContext(ctx)
	if viewer == nil {
		return nil, fault.New(fault.Unauthenticated, "Nobody is signed in.")
	}
	var errs fault.Refusals
	in.IdempotencyKey = optional(&errs, "input.idempotencyKey", in.IdempotencyKey, maxKey)
	if err := errs.Err(); err != nil {
		return nil, err
	}
	rows, err := parseImport(in.CSV)
	if err != nil {
		return nil, err
	}
	if !in.DryRun && anyRaised(rows) {
		if err := s.proven(ctx); err != nil {
			return nil, err
		}
	}
	var out ImportOutcome
	err = s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		org, account, err := s.organizationToImport(ctx, tx, in.OrganizationID)
		if err != nil {
			return err
		}
		if in.DryRun {
			out, err = s.importNow(ctx, tx, org, account, rows, true)
			return err
		}
		out, err = once(ctx, s, tx, "usersImport", in.IdempotencyKey, in, func() (ImportOutcome, error) {
			if len(rows) > MaxBulkAtOnce {
				return s.importJob(ctx, tx, viewer, org, rows)
			}
			return s.importNow(ctx, tx, org, account, rows, false)
		})
		return err
	})
	if err != nil {
		return nil, err
	}
	return &out, nil
}

// organizationToImport locks the organization with its account, and asks
// whether the viewer may add users to it.
func (s *Service) organizationToImport(ctx context.Context, tx *database.Tx, id uuid.UUID) (org, account *db.Organization, err error) {
	const path = "input.organizationId"
	return s.organizationToJoin(ctx, tx, id, path, func(ctx context.Context, org *db.Organization) error {
		if err := s.mayCreate(ctx, org, path, InviteLink); err != nil {
			return err
		}
		// By invitation alone members are added as well; a file of users is more.
		v, need := authz.FromContext(ctx), authz.TenantUserCreate
		if org.ID == v.RootID {
			need = authz.ResellerUserInvite
		}
		if !s.Authorizer.Permissions(v, org.ID, org.AccountID, v.RootID).Has(need) {
			return deny(authz.Verdict{Code: authz.Forbidden, Permissions: []authz.Permission{need}, Message: "You do not have the permission for this."}, path)
		}
		return nil
	})
}

// importNow judges rows, and writes the good ones unless it is a trial.
func (s *Service) importNow(ctx context.Context, tx *database.Tx, org, account *db.Organization, rows []importRow, trial bool) (ImportOutcome, error) {
	out := ImportOutcome{Results: make([]ImportResult, len(rows)), Rows: len(rows)}
	at := func(i int, column string) string { return "input.csv." + strconv.Itoa(i+1) + "." + column }
	verdicts, err := s.admitRows(ctx, tx, org, account, rows, at, trial)
	if err != nil {
		return out, err
	}
	done := 0
	for i, v := range verdicts {
		out.Results[i] = ImportResult{Row: i + 1, Email: truncate(rows[i].email(), maxEmail), UserID: v.UserID, Errors: v.Errors}
		if len(v.Errors) == 0 {
			done++
		}
	}
	if trial || done == 0 {
		return out, nil
	}
	return out, audit.Record(ctx, tx, organizationEvent(org, s.Now(), "users.imported", importSummary(len(rows), done)))
}

func importSummary(rows, done int) []audit.Change {
	changes := audit.Text("rows", "", strconv.Itoa(rows))
	if done >= 0 {
		changes = append(changes, audit.Text("users", "", strconv.Itoa(done))...)
	}
	return changes
}

// admitRows lets the people of rows in, with a verdict for each row; at gives
// the argument path of a column of the i-th.
func (s *Service) admitRows(ctx context.Context, tx *database.Tx, org, account *db.Organization, rows []importRow, at func(i int, column string) string, trial bool) ([]InvitationVerdict, error) {
	names, err := readImportNames(ctx, tx, org, rows)
	if err != nil {
		return nil, err
	}
	people := make([]NewUser, len(rows))
	for i, r := range rows {
		people[i] = names.newUser(func(column string) string { return at(i, column) }, r)
	}
	return s.admit(ctx, tx, admission{
		org: org, account: account, people: people, create: true, dryRun: trial,
		path: func(i int, field string) string { return at(i, importColumn(field)) },
	})
}

// importJob makes the job that imports many rows.
func (s *Service) importJob(ctx context.Context, tx *database.Tx, v *authz.Viewer, org *db.Organization, rows []importRow) (ImportOutcome, error) {
	out := ImportOutcome{Results: []ImportResult{}, Rows: len(rows)}
	n, err := s.startJob(ctx, tx, v, job.KindUSERS_IMPORT, org.ID, org.AccountID, struct{}{})
	if err != nil {
		return out, err
	}
	items, seen := make([]jobItem, len(rows)), map[string]bool{}
	for i, r := range rows {
		input, err := json.Marshal(r)
		if err != nil {
			return out, fmt.Errorf("encode row %d: %w", i+1, err)
		}
		items[i] = jobItem{label: truncate(r.email(), maxEmail), input: input}
		key, _, ok := mailaddr.Key(r.email())
		if ok && seen[key] { // also when the row before it is refused: which of the two is meant is not said
			items[i].status = jobitem.StatusFAILED
			items[i].errors = fault.Refuse(fault.Duplicate, "email", "The address was named before in this request.")
		}
		seen[key] = true
	}
	if err := n.add(ctx, items); err != nil {
		return out, err
	}
	id, err := n.finish(ctx, "users.imported", importSummary(len(rows), -1), nil)
	out.JobID = &id
	return out, err
}

// importItems imports the rows of one batch of a job.
func (w *itemWorker) importItems(ctx context.Context, tx *database.Tx, j *db.Job, items []*db.JobItem) ([]itemVerdict, error) {
	out, rows := make([]itemVerdict, len(items)), make([]importRow, len(items))
	for i, item := range items {
		out[i].item = item
		if item.Input == nil || len(*item.Input) == 0 {
			continue // a row without cells: it has no address
		}
		if err := json.Unmarshal(*item.Input, &rows[i]); err != nil {
			return nil, fmt.Errorf("read row %d of job %s: %w", item.Position, j.ID, err)
		}
	}
	org, account, err := w.organizationToImport(ctx, tx, j.OrganizationID)
	if refused, err := refusedAt(err, nil); err != nil {
		return nil, err
	} else if len(refused) > 0 { // the organization is closed meanwhile, or the permission is gone
		for i := range out {
			out[i].refused = refused
		}
		return out, nil
	}
	verdicts, err := w.admitRows(ctx, tx, org, account, rows, func(_ int, column string) string { return column }, false)
	if err != nil {
		return nil, fmt.Errorf("import rows of job %s: %w", j.ID, err)
	}
	for i, v := range verdicts {
		out[i].target, out[i].refused = v.UserID, v.Errors
	}
	return out, nil
}
