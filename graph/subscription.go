package graph

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/schema"
	"tenantry/graph/model"
	"tenantry/internal/fault"
	"tenantry/internal/live"
)

// shower turns an event into what the viewer of the context is sent of it, as
// of now; nil when he is sent nothing. It reports whether that was the last.
type shower[T any] func(ctx context.Context, e live.Event) (answer *T, last bool, err error)

// follow subscribes the viewer to the events of a type in an organization, in
// all he sees without one. A subscription that begins with a first event is
// shown something at once.
func follow[T any](ctx context.Context, r *Resolver, f live.Filter, first *live.Event, show shower[T]) (<-chan *T, error) {
	v, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	s := streamOf(ctx)
	if s == nil || r.Live == nil {
		return nil, fault.New(fault.Unavailable, "Nothing can be followed here.")
	}
	f.Reseller = v.ResellerID
	if !v.Staff() && f.Type != live.Job {
		f.Account = v.AccountID
	}
	events, err := r.Live.Subscribe(f, live.Owner{Reseller: v.ResellerID, User: v.UserID, Session: v.SessionID})
	if err != nil {
		return nil, cannotFollow(err)
	}
	out := make(chan *T)
	s.feeds.Go(func() {
		defer close(out)
		defer events.Close()
		defer func() {
			if cause := recover(); cause != nil {
				s.fail(fmt.Errorf("panic: %v", cause))
			}
		}()
		if err := feed(ctx, s, events, first, show, out); err != nil {
			s.fail(err)
		}
	})
	return out, nil
}

func cannotFollow(err error) error {
	switch {
	case errors.Is(err, live.ErrSession):
		return tooMany("Your session follows too much at once. End a subscription first.", fault.RateLimited)
	case errors.Is(err, live.ErrEverybody):
		return tooMany("Too much is followed at once. Try again.", fault.RateLimited)
	}
	return fault.New(fault.Unavailable, "Changes cannot be followed here. Ask again now and then instead.")
}

// feed hands on what the viewer may know of each event. Before each, his
// session and what he holds are looked at again, and so they are now and then
// when nothing happens.
func feed[T any](ctx context.Context, s *stream, events *live.Subscription, first *live.Event, show shower[T], out chan<- *T) error {
	ticker := time.NewTicker(s.every)
	defer ticker.Stop()
	var queue []live.Event
	if first != nil {
		queue = append(queue, *first)
	}
	for {
		for _, e := range queue {
			if err := s.authenticate(ctx); err != nil {
				return err
			}
			s.work()
			answer, last, err := show(ctx, e)
			if err != nil {
				return err
			}
			if answer == nil {
				s.rest()
			} else {
				select {
				case out <- answer:
				case <-ctx.Done():
					return nil
				}
			}
			if last {
				return nil
			}
		}
		queue = nil
		select {
		case <-ctx.Done():
			return nil
		case <-ticker.C:
		case <-events.Ready():
			queue, _ = events.Take()
		}
		if err := s.authenticate(ctx); err != nil {
			return err
		}
	}
}

// inOrganization is the filter of a type, and of an organization the viewer
// sees when one is given.
func (r *Resolver) inOrganization(ctx context.Context, kind live.Type, organizationID *string) (live.Filter, error) {
	f := live.Filter{Type: kind}
	if organizationID == nil {
		return f, nil
	}
	if _, err := signedIn(ctx); err != nil {
		return f, err
	}
	key, ok := parseID(organizationPrefix, *organizationID)
	if ok {
		found, err := r.visibleOrganizations(ctx, []uuid.UUID{key}, organizations.base)
		if err != nil {
			return f, err
		}
		ok = found[key] != nil
	}
	if !ok {
		return f, fault.New(fault.NotFound, "There is no such organization.")
	}
	f.Organization = key
	return f, nil
}

// kindOf is what happened to a row that is still there for the viewer.
func kindOf(e live.Event) model.ChangeKind {
	if e.Change == live.Created {
		return model.ChangeKindCreated
	}
	return model.ChangeKindUpdated
}

func (r *Resolver) followUsers(ctx context.Context, organizationID *string) (<-chan *model.UserChange, error) {
	f, err := r.inOrganization(ctx, live.User, organizationID)
	if err != nil {
		return nil, err
	}
	return follow(ctx, r, f, nil, r.userChange)
}

// userChange shows a user. That one is gone, or that many have changed, learns
// who may see users where they were.
func (r *Resolver) userChange(ctx context.Context, e live.Event) (*model.UserChange, bool, error) {
	sees := e.Organization == uuid.Nil || r.Authorizer.UserVisible(authz.FromContext(ctx),
		authz.UserTarget{ID: e.ID, OrganizationID: e.Organization, AccountID: e.Account})
	if e.Change == live.Resync {
		if !sees {
			return nil, false, nil
		}
		return &model.UserChange{Kind: model.ChangeKindResync}, false, nil
	}
	found, err := r.visibleUsers(ctx, []uuid.UUID{e.ID}, nil)
	if err != nil {
		return nil, false, err
	}
	id := schema.GlobalID(userPrefix, e.ID)
	switch u := found[e.ID]; {
	case u != nil:
		return &model.UserChange{Kind: kindOf(e), UserID: &id, User: u}, false, nil
	case e.Change == live.Deleted && sees:
		return &model.UserChange{Kind: model.ChangeKindDeleted, UserID: &id}, false, nil
	}
	return nil, false, nil
}

func (r *Resolver) followInvitations(ctx context.Context, organizationID *string) (<-chan *model.InvitationChange, error) {
	f, err := r.inOrganization(ctx, live.Invitation, organizationID)
	if err != nil {
		return nil, err
	}
	return follow(ctx, r, f, nil, r.invitationChange)
}

func (r *Resolver) invitationChange(ctx context.Context, e live.Event) (*model.InvitationChange, bool, error) {
	sees := e.Organization == uuid.Nil || r.Authorizer.InvitationVisible(authz.FromContext(ctx),
		authz.InvitationTarget{ID: e.ID, OrganizationID: e.Organization, AccountID: e.Account})
	if e.Change == live.Resync {
		if !sees {
			return nil, false, nil
		}
		return &model.InvitationChange{Kind: model.ChangeKindResync}, false, nil
	}
	found, err := r.visibleInvitations(ctx, []uuid.UUID{e.ID}, nil)
	if err != nil {
		return nil, false, err
	}
	id := schema.GlobalID(invitationPrefix, e.ID)
	switch i := found[e.ID]; {
	case i != nil:
		return &model.InvitationChange{Kind: kindOf(e), InvitationID: &id, Invitation: i}, false, nil
	case e.Change == live.Deleted && sees:
		return &model.InvitationChange{Kind: model.ChangeKindDeleted, InvitationID: &id}, false, nil
	}
	return nil, false, nil
}

func (r *Resolver) followAuditEvents(ctx context.Context, organizationID *string) (<-chan *model.AuditEventAdded, error) {
	f, err := r.inOrganization(ctx, live.AuditEvent, organizationID)
	if err != nil {
		return nil, err
	}
	return follow(ctx, r, f, nil, r.auditEventAdded)
}

func (r *Resolver) auditEventAdded(ctx context.Context, e live.Event) (*model.AuditEventAdded, bool, error) {
	v := authz.FromContext(ctx)
	if e.Change == live.Resync {
		if e.Organization != uuid.Nil && !r.Authorizer.Has(v, []uuid.UUID{e.Organization, e.Account, v.RootID}, authz.AuditRead) {
			return nil, false, nil
		}
		return &model.AuditEventAdded{Kind: model.ChangeKindResync}, false, nil
	}
	found, err := r.visibleAuditEvents(ctx, []uuid.UUID{e.ID}, nil)
	if err != nil || found[e.ID] == nil {
		return nil, false, err
	}
	return &model.AuditEventAdded{Kind: model.ChangeKindCreated, AuditEvent: found[e.ID]}, false, nil
}

// followJob shows a job at once, for it may have changed before anybody
// listened, and ends with it.
func (r *Resolver) followJob(ctx context.Context, id string) (<-chan *db.Job, error) {
	if _, err := signedIn(ctx); err != nil {
		return nil, err
	}
	key, ok := parseID(jobPrefix, id)
	if ok {
		found, err := r.followedJob(ctx, key)
		if err != nil {
			return nil, err
		}
		ok = found != nil
	}
	if !ok {
		return nil, fault.New(fault.NotFound, "There is no such job.")
	}
	show := func(ctx context.Context, _ live.Event) (*db.Job, bool, error) {
		j, err := r.followedJob(ctx, key)
		return j, j == nil || j.FinishedAt != nil, err
	}
	return follow(ctx, r, live.Filter{Type: live.Job, ID: key}, &live.Event{Type: live.Job, ID: key, Change: live.Updated}, show)
}

// followedJob is a job the viewer asked for, nil when there is none.
func (r *Resolver) followedJob(ctx context.Context, id uuid.UUID) (*db.Job, error) {
	found, err := r.ownJobs(ctx, []uuid.UUID{id}, nil)
	return found[id], err
}
