package graph

import (
	"context"

	"github.com/google/uuid"

	"tenantry/ent/db"
	"tenantry/ent/schema"
	"tenantry/graph/model"
	"tenantry/internal/fault"
)

// maxNodes bounds nodes(ids).
const maxNodes = 100

// nodeReader reads the objects of one type that exist for the viewer.
type nodeReader func(ctx context.Context, ids []uuid.UUID) (map[uuid.UUID]model.Node, error)

// nodeReader finds the reader of a prefix; nil when no type has it.
func (r *Resolver) nodeReader(prefix string) nodeReader {
	switch prefix {
	case userPrefix:
		return asNodes(func(ctx context.Context, ids []uuid.UUID) (map[uuid.UUID]*db.User, error) {
			return r.visibleUsers(ctx, ids, users.selected(ctx))
		})
	case organizationPrefix:
		return asNodes(func(ctx context.Context, ids []uuid.UUID) (map[uuid.UUID]*db.Organization, error) {
			return r.shownOrganizations(ctx, ids, organizations.selected(ctx))
		})
	case invitationPrefix:
		return asNodes(func(ctx context.Context, ids []uuid.UUID) (map[uuid.UUID]*db.Invitation, error) {
			return r.visibleInvitations(ctx, ids, invitations.selected(ctx))
		})
	case auditEventPrefix:
		return asNodes(func(ctx context.Context, ids []uuid.UUID) (map[uuid.UUID]*db.AuditEvent, error) {
			return r.visibleAuditEvents(ctx, ids, auditEvents.selected(ctx))
		})
	case impersonationPrefix:
		return asNodes(func(ctx context.Context, ids []uuid.UUID) (map[uuid.UUID]*db.Impersonation, error) {
			return r.visibleImpersonations(ctx, ids, impersonations.selected(ctx))
		})
	case deadMailPrefix:
		return asNodes(func(ctx context.Context, ids []uuid.UUID) (map[uuid.UUID]*db.DeadMail, error) {
			return r.visibleDeadMails(ctx, ids, deadMails.selected(ctx))
		})
	case rolePrefix:
		return asNodes(r.visibleRoles)
	case sessionPrefix:
		return asNodes(r.openSessions)
	case viewerPrefix:
		return r.viewerNode
	case membershipPrefix:
		return asNodes(r.visibleMemberships)
	case creditEntryPrefix:
		return asNodes(func(ctx context.Context, ids []uuid.UUID) (map[uuid.UUID]*db.CreditEntry, error) {
			return r.visibleCreditEntries(ctx, ids, creditEntries.selected(ctx))
		})
	case jobPrefix:
		return asNodes(func(ctx context.Context, ids []uuid.UUID) (map[uuid.UUID]*db.Job, error) {
			return r.ownJobs(ctx, ids, jobs.selected(ctx))
		})
	case planPrefix:
		return asNodes(func(ctx context.Context, ids []uuid.UUID) (map[uuid.UUID]*db.Plan, error) {
			return r.visiblePlans(ctx, ids, plans.selected(ctx))
		})
	case billingSubscriptionPrefix:
		return asNodes(func(ctx context.Context, ids []uuid.UUID) (map[uuid.UUID]*db.BillingSubscription, error) {
			return r.visibleSubscriptions(ctx, ids, billingSubscriptions.selected(ctx))
		})
	case billingAccountPrefix:
		return asNodes(func(ctx context.Context, ids []uuid.UUID) (map[uuid.UUID]*db.BillingAccount, error) {
			return r.visibleBillingAccounts(ctx, ids, billingAccounts.selected(ctx))
		})
	case invoicePrefix:
		return asNodes(func(ctx context.Context, ids []uuid.UUID) (map[uuid.UUID]*db.Invoice, error) {
			return r.visibleInvoices(ctx, ids, invoices.selected(ctx))
		})
	case reportSchedulePrefix:
		return asNodes(func(ctx context.Context, ids []uuid.UUID) (map[uuid.UUID]*db.ReportSchedule, error) {
			return r.visibleReportSchedules(ctx, ids, reportSchedules.selected(ctx))
		})
	case customModelPrefix:
		return asNodes(func(ctx context.Context, ids []uuid.UUID) (map[uuid.UUID]*db.CustomModel, error) {
			return r.visibleCustomModels(ctx, ids, customModels.selected(ctx))
		})
	case storageAccountPrefix:
		return asNodes(func(ctx context.Context, ids []uuid.UUID) (map[uuid.UUID]*db.StorageAccount, error) {
			return r.visibleStorageAccounts(ctx, ids, storageAccounts.selected(ctx))
		})
	case serviceIncidentPrefix:
		return asNodes(func(ctx context.Context, ids []uuid.UUID) (map[uuid.UUID]*db.ServiceIncident, error) {
			return r.visibleIncidents(ctx, ids, serviceIncidents.selected(ctx))
		})
	case releaseNotePrefix:
		return asNodes(func(ctx context.Context, ids []uuid.UUID) (map[uuid.UUID]*db.ReleaseNote, error) {
			return r.visibleNotes(ctx, ids, releaseNotes.selected(ctx))
		})
	case webhookEndpointPrefix:
		return asNodes(func(ctx context.Context, ids []uuid.UUID) (map[uuid.UUID]*db.WebhookEndpoint, error) {
			return r.visibleWebhookEndpoints(ctx, ids, webhookEndpoints.selected(ctx))
		})
	case apiCredentialPrefix:
		return asNodes(func(ctx context.Context, ids []uuid.UUID) (map[uuid.UUID]*db.APICredential, error) {
			return r.visibleAPICredentials(ctx, ids, apiCredentials.selected(ctx))
		})
	}
	return nil
}

func asNodes[T any, P interface {
	*T
	model.Node
}](read func(context.Context, []uuid.UUID) (map[uuid.UUID]*T, error)) nodeReader {
	return func(ctx context.Context, ids []uuid.UUID) (map[uuid.UUID]model.Node, error) {
		found, err := read(ctx, ids)
		nodes := make(map[uuid.UUID]model.Node, len(found))
		for id, n := range found {
			nodes[id] = P(n)
		}
		return nodes, err
	}
}

// nodes reads objects of any types, one statement for each type, in the order
// of the ids. What does not exist for the viewer is nil, and so is what stands
// behind an id that is none.
func (r *Resolver) nodes(ctx context.Context, ids []string) ([]model.Node, error) {
	if _, err := signedIn(ctx); err != nil {
		return nil, err
	}
	if len(ids) > maxNodes {
		return nil, fault.Input([]string{"ids"}, "at most %d ids are allowed", maxNodes)
	}
	byPrefix := map[string][]uuid.UUID{}
	for _, id := range ids {
		if prefix, key, err := schema.ParseGlobalID(id); err == nil {
			byPrefix[prefix] = append(byPrefix[prefix], key)
		}
	}
	found := make(map[string]map[uuid.UUID]model.Node, len(byPrefix))
	for prefix, keys := range byPrefix {
		read := r.nodeReader(prefix)
		if read == nil {
			continue
		}
		nodes, err := read(ctx, keys)
		if err != nil {
			return nil, err
		}
		found[prefix] = nodes
	}
	nodes := make([]model.Node, len(ids))
	for i, id := range ids {
		if prefix, key, err := schema.ParseGlobalID(id); err == nil {
			nodes[i] = found[prefix][key]
		}
	}
	return nodes, nil
}

// one reads a single object by its public id; nil when it does not exist for
// the viewer.
func one[T any](
	ctx context.Context, e entity[T], prefix, id string,
	read func(context.Context, []uuid.UUID, []string) (map[uuid.UUID]*T, error),
) (*T, error) {
	key, ok := parseID(prefix, id)
	if !ok {
		return nil, nil
	}
	found, err := read(ctx, []uuid.UUID{key}, e.selected(ctx))
	return found[key], err
}
