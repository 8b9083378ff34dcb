package directory

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"time"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/organization"
	"tenantry/ent/db/user"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/fault"
)

// Limits of changes to many.
const (
	MaxBulkIDs        = 1000    // users named in one request
	MaxBulkAtOnce     = 100     // users changed, or rows imported, before the answer
	MaxBulkMatching   = 500_000 // users of one job
	MaxUnfinishedJobs = 5       // of one user, of one kind
)

// BulkAction is what is done to many users; the values are those of the API.
type BulkAction string

// The actions.
const (
	BulkSuspend        BulkAction = "SUSPEND"
	BulkReactivate     BulkAction = "REACTIVATE"
	BulkDelete         BulkAction = "DELETE"
	BulkEndSessions    BulkAction = "END_SESSIONS"
	BulkSendActivation BulkAction = "SEND_ACTIVATION"
)

// BulkChange does the same to many users: to those named, or to all that match.
type BulkChange struct {
	Action         BulkAction
	IDs            []uuid.UUID
	Sent           []string      // the ids as the caller wrote them, for the items of a job
	Matching       *BulkMatching // instead of IDs
	Motive         *user.SuspensionMotive
	Reason         *string
	Until          *time.Time
	AllOrNothing   bool
	DryRun         bool
	IdempotencyKey *string
}

// BulkMatching is all users of a list.
type BulkMatching struct {
	// Rows is the condition of the list itself, within what the viewer sees.
	Rows func(*sql.Selector) `json:"-"`
	// Input is what Rows was made of; a repeated request has the same.
	Input json.RawMessage
	// ExpectedCount is the number of users that the caller saw.
	ExpectedCount int
}

// BulkResult is what became of one user: done, unless there are errors.
type BulkResult struct {
	UserID uuid.UUID
	Errors fault.Refusals
}

// BulkOutcome is what became of a request: results, or the job that does it.
// It is stored under the idempotency key.
type BulkOutcome struct {
	Results []BulkResult
	JobID   *uuid.UUID
	Matched int
}

// errUndone takes back what was tried.
var errUndone = errors.New("tried only")

// UsersBulkChange does the same to many users, each decided like a change of
// its own: up to 100 before it answers, in one transaction; more become a job.
// A dry run does it, answers, and takes it back, and so does a change of all
// or nothing when one is refused. Refusals of the whole: REQUIRED,
// LIMIT_REACHED, INVALID, TOO_LONG, STALE, IDEMPOTENCY_KEY_REUSED; beside them
// stands how many users matched, if they were counted. fault.StepUpRequired
// for what takes a proof of identity with one user: DELETE.
func (s *Service) UsersBulkChange(ctx context.Context, in BulkChange) (*BulkOutcome, error) {
	viewer := authz.FromContext(ctx)
	if viewer == nil {
		return nil, fault.New(fault.Unauthenticated, "Nobody is signed in.")
	}
	in, err := in.checked(s.Now())
	if err != nil {
		return nil, err
	}
	if in.Action == BulkDelete && !in.DryRun { // as for one
		if err := s.proven(ctx); err != nil {
			return nil, err
		}
	}
	var out BulkOutcome
	err = s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		targets, count, err := bulkTargets(ctx, tx, in)
		if err != nil {
			return err
		}
		var key *string
		accounts := accountsOf(targets)
		if !in.DryRun && in.IdempotencyKey != nil {
			key, accounts = in.IdempotencyKey, append(accounts, viewer.AccountID) // serialises requests with the same key
		}
		if err := lockAccounts(ctx, tx, accounts); err != nil {
			return err
		}
		out, err = once(ctx, s, tx, "usersBulkChange", key, in, func() (BulkOutcome, error) {
			return s.bulkChange(ctx, tx, viewer, in, targets, count)
		})
		if err == nil && (in.DryRun || in.AllOrNothing && out.refuseRest()) {
			return errUndone
		}
		return err
	})
	if _, refused := errors.AsType[fault.Refusals](err); refused { // how many there are, to look again
		return &BulkOutcome{Matched: out.Matched}, err
	}
	if err != nil && !errors.Is(err, errUndone) {
		return nil, err
	}
	return &out, nil
}

// checked is the request with cleaned texts.
func (in BulkChange) checked(now time.Time) (BulkChange, error) {
	sus, err := Suspension{Motive: in.Motive, Reason: in.Reason, Until: in.Until}.checked(now)
	errs, _ := errors.AsType[fault.Refusals](err)
	in.Reason, in.Until = sus.Reason, sus.Until
	in.IdempotencyKey = optional(&errs, "input.idempotencyKey", in.IdempotencyKey, maxKey)
	if in.Action != BulkSuspend {
		const only = "This says something about suspensions alone."
		if in.Motive != nil {
			errs.Add(fault.Invalid, "input.motive", only)
		}
		if in.Until != nil {
			errs.Add(fault.Invalid, "input.until", only)
		}
		if in.Reason != nil && in.Action != BulkDelete {
			errs.Add(fault.Invalid, "input.reason", "This action has no reason.")
		}
	}
	n := len(in.IDs)
	const path = "input.users.ids"
	switch {
	case in.Matching != nil:
	case n == 0:
		errs.Add(fault.Required, path, "Name at least one user.")
	case n > MaxBulkIDs:
		errs.Add(fault.LimitReached, path, "At most %d users can be named at once.", MaxBulkIDs)
	case n > MaxBulkAtOnce && in.DryRun:
		errs.Add(fault.LimitReached, path, "At most %d users can be tried at once.", MaxBulkAtOnce)
	case n > MaxBulkAtOnce && in.AllOrNothing:
		errs.Add(fault.LimitReached, "input.errorPolicy", "At most %d users can be changed together or not at all.", MaxBulkAtOnce)
	}
	return in, errs.Err()
}

// bulkTarget is one user of a request.
type bulkTarget struct {
	id, account uuid.UUID // no account when there is no such user
	label       string
	path        string
}

func accountsOf(targets []bulkTarget) []uuid.UUID {
	var ids []uuid.UUID
	for _, t := range targets {
		if t.account != uuid.Nil {
			ids = append(ids, t.account)
		}
	}
	return ids
}

// bulkTargets finds the users that are changed at once; none of more. count is
// how many there are in all.
func bulkTargets(ctx context.Context, tx *database.Tx, in BulkChange) (targets []bulkTarget, count int, err error) {
	query := tx.Client.User.Query()
	if in.Matching != nil {
		if count, err = query.Clone().Where(in.Matching.Rows).Count(ctx); err != nil {
			return nil, 0, fmt.Errorf("count users to change: %w", err)
		}
		if count > MaxBulkAtOnce || in.DryRun {
			return nil, count, nil
		}
		err = eachMatch(ctx, tx, in.Matching.Rows, func(page []*db.User) error {
			for _, u := range page {
				targets = append(targets, bulkTarget{id: u.ID, account: u.AccountID, label: u.Email, path: "input.users.matching"})
			}
			return nil
		})
		return targets, len(targets), err
	}
	if count = len(in.IDs); count > MaxBulkAtOnce {
		return nil, count, nil
	}
	found, err := bulkNamed(ctx, tx, in)
	return found, count, err
}

// bulkNamed are the users of the ids, in their order.
func bulkNamed(ctx context.Context, tx *database.Tx, in BulkChange) ([]bulkTarget, error) {
	found, err := tx.Client.User.Query().Where(anyOf[uuid.UUID]("id", in.IDs)).Select(user.FieldAccountID).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read users to change: %w", err)
	}
	accounts := make(map[uuid.UUID]uuid.UUID, len(found))
	for _, u := range found {
		accounts[u.ID] = u.AccountID
	}
	targets := make([]bulkTarget, len(in.IDs))
	for i, id := range in.IDs {
		targets[i] = bulkTarget{id: id, account: accounts[id], path: "input.users.ids." + strconv.Itoa(i)}
		if i < len(in.Sent) {
			targets[i].label = in.Sent[i]
		}
	}
	return targets, nil
}

// bulkPage is how many users are found, and items written, with one statement.
const bulkPage = 1000

// eachMatch reads the users that match in pages, the oldest first.
func eachMatch(ctx context.Context, tx *database.Tx, rows func(*sql.Selector), do func([]*db.User) error) error {
	for last := uuid.Nil; ; {
		page, err := tx.Client.User.Query().Where(rows, user.IDGT(last)).Order(db.Asc(user.FieldID)).Limit(bulkPage).
			Select(user.FieldAccountID, user.FieldEmail).All(ctx)
		if err != nil {
			return fmt.Errorf("read users to change: %w", err)
		}
		if len(page) == 0 {
			return nil
		}
		if err := do(page); err != nil {
			return err
		}
		last = page[len(page)-1].ID
	}
}

// lockAccounts locks the rows of accounts, always in the same order, so that
// two changes to many never wait for each other.
func lockAccounts(ctx context.Context, tx *database.Tx, ids []uuid.UUID) error {
	if len(ids) == 0 {
		return nil
	}
	slices.SortFunc(ids, func(a, b uuid.UUID) int { return slices.Compare(a[:], b[:]) })
	ids = slices.Compact(ids)
	_, err := tx.Client.Organization.Query().Where(anyOf[uuid.UUID]("id", ids)).Order(db.Asc(organization.FieldID)).ForUpdate().IDs(ctx)
	if err != nil {
		return fmt.Errorf("lock %d accounts: %w", len(ids), err)
	}
	return nil
}

// countChanged refuses a request about another number of users than there are.
func countChanged(in BulkChange, count int) error {
	if in.Matching == nil || count == in.Matching.ExpectedCount {
		return nil
	}
	return fault.Refuse(fault.Stale, "input.users.matching.expectedCount", "The list has %s by now, not %d. Look at it again.", people(count), in.Matching.ExpectedCount)
}

// people is how many users, in words.
func people(n int) string {
	if n == 1 {
		return "1 user"
	}
	return strconv.Itoa(n) + " users"
}

// bulkChange does what is asked for, or makes the job that does.
func (s *Service) bulkChange(ctx context.Context, tx *database.Tx, v *authz.Viewer, in BulkChange, targets []bulkTarget, count int) (BulkOutcome, error) {
	out := BulkOutcome{Results: []BulkResult{}, Matched: count}
	if err := countChanged(in, count); err != nil {
		return out, err
	}
	switch {
	case in.Matching != nil && in.DryRun:
		return out, nil
	case count > MaxBulkMatching:
		return out, fault.Refuse(fault.LimitReached, "input.users.matching", "At most %d users can be changed at once.", MaxBulkMatching)
	case count > MaxBulkAtOnce && in.AllOrNothing:
		return out, fault.Refuse(fault.LimitReached, "input.errorPolicy", "At most %d users can be changed together or not at all.", MaxBulkAtOnce)
	case count > MaxBulkAtOnce:
		id, err := s.bulkJob(ctx, tx, v, in, count)
		out.JobID = &id
		return out, err
	}
	order, done, seen := in.order(), 0, map[uuid.UUID]bool{}
	for _, t := range targets {
		var refused fault.Refusals
		if seen[t.id] {
			refused = fault.Refuse(fault.Duplicate, t.path, "The user was named before in this request.")
		} else {
			err := s.bulkOne(ctx, tx, order, t.id)
			if refused, err = refusedAt(err, fault.Path(t.path)); err != nil {
				return out, err
			}
		}
		seen[t.id] = true
		if len(refused) == 0 {
			done++
		}
		out.Results = append(out.Results, BulkResult{UserID: t.id, Errors: refused})
	}
	if done == 0 {
		return out, nil
	}
	event, err := s.bulkEvent(ctx, tx, v, in, done)
	if err != nil {
		return out, err
	}
	return out, audit.Record(ctx, tx, event)
}

// refuseRest marks those that were not done because others were refused, and
// tells whether there are any of the latter.
func (o *BulkOutcome) refuseRest() bool {
	if !slices.ContainsFunc(o.Results, func(r BulkResult) bool { return len(r.Errors) > 0 }) {
		return false
	}
	for i := range o.Results {
		if r := &o.Results[i]; len(r.Errors) == 0 {
			r.Errors = fault.Refuse(fault.Conflict, "input.errorPolicy", "It was not done, because others were refused.")
		}
	}
	return true
}

// bulkEvent is the audit line about a whole request that was done at once.
func (s *Service) bulkEvent(ctx context.Context, tx *database.Tx, v *authz.Viewer, in BulkChange, done int) (audit.Event, error) {
	home, err := tx.Client.Organization.Query().Where(organization.ID(v.OrganizationID)).Only(ctx)
	if err != nil {
		return audit.Event{}, fmt.Errorf("read organization %s: %w", v.OrganizationID, err)
	}
	e := organizationEvent(home, s.Now(), "users.bulk_changed", in.summary(done))
	e.Reason = in.Reason
	return e, nil
}

// summary tells the audit log what was asked for.
func (in BulkChange) summary(users int) []audit.Change {
	changes := slices.Concat(audit.Text("action", "", string(in.Action)), audit.Text("users", "", strconv.Itoa(users)))
	if in.Motive != nil {
		changes = append(changes, audit.Text("suspensionMotive", "", string(*in.Motive))...)
	}
	changes = append(changes, audit.Diff("suspendedUntil", nil, instant(in.Until))...)
	if in.Matching != nil {
		changes = append(changes, audit.Text("matching", "", string(in.Matching.Input))...)
	}
	return changes
}
