package graph

import (
	"context"
	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/serviceincident"
	"tenantry/graph/generated"
	"tenantry/graph/model"
	"tenantry/internal/connection"
	"tenantry/internal/portal"
)

func (r *mutationResolver) ServiceIncidentOpen(ctx context.Context, input model.ServiceIncidentOpenInput) (*model.ServiceIncidentPayload, error) {
	return serviceIncidentPayload(r.Portal.IncidentOpen(ctx, newIncident(input)))
}

func (r *mutationResolver) ServiceIncidentUpdate(ctx context.Context, id string, input model.ServiceIncidentUpdateInput) (*model.ServiceIncidentPayload, error) {
	return serviceIncidentPayload(r.Portal.IncidentUpdate(ctx, keyOf(serviceIncidentPrefix, id), newsOf(input)))
}

func (r *mutationResolver) ServiceIncidentDelete(ctx context.Context, id string) (*model.ServiceIncidentDeletePayload, error) {
	return serviceIncidentDeletePayload(id, r.Portal.IncidentDelete(ctx, keyOf(serviceIncidentPrefix, id)))
}

func (r *mutationResolver) ReleaseNotePublish(ctx context.Context, input model.ReleaseNotePublishInput) (*model.ReleaseNotePayload, error) {
	in := portal.NewNote{Release: input.Release, Title: input.Title, Body: input.Body, IdempotencyKey: input.IdempotencyKey.Value()}
	return releaseNotePayload(r.Portal.NotePublish(ctx, in))
}

func (r *mutationResolver) ReleaseNoteUpdate(ctx context.Context, id string, input model.ReleaseNoteUpdateInput) (*model.ReleaseNotePayload, error) {
	return releaseNotePayload(r.Portal.NoteUpdate(ctx, keyOf(releaseNotePrefix, id), notePatch(input)))
}

func (r *mutationResolver) ReleaseNoteDelete(ctx context.Context, id string) (*model.ReleaseNoteDeletePayload, error) {
	return releaseNoteDeletePayload(id, r.Portal.NoteDelete(ctx, keyOf(releaseNotePrefix, id)))
}

func (r *mutationResolver) StatusSubscriptionSet(ctx context.Context, incidents *bool, releaseNotes *bool) (*model.StatusSubscriptionPayload, error) {
	return statusSubscriptionPayload(r.Portal.SubscriptionSet(ctx, incidents, releaseNotes))
}

func (r *queryResolver) ServiceIncident(ctx context.Context, id string) (*db.ServiceIncident, error) {
	return one(ctx, serviceIncidents, serviceIncidentPrefix, id, r.visibleIncidents)
}

func (r *queryResolver) ServiceIncidents(ctx context.Context, first *int, after *string, last *int, before *string, offset *int, where *model.ServiceIncidentWhereInput, orderBy []*model.ServiceIncidentOrder) (*model.ServiceIncidentConnection, error) {
	args := connection.Args{First: first, After: after, Last: last, Before: before, Offset: offset}
	return r.serviceIncidentList(ctx, args, where, orderBy)
}

func (r *queryResolver) ReleaseNotes(ctx context.Context, first *int, after *string, last *int, before *string, offset *int, where *model.ReleaseNoteWhereInput, orderBy []*model.ReleaseNoteOrder) (*model.ReleaseNoteConnection, error) {
	args := connection.Args{First: first, After: after, Last: last, Before: before, Offset: offset}
	return r.releaseNoteList(ctx, args, where, orderBy)
}

func (r *queryResolver) StatusSubscription(ctx context.Context) (*model.StatusSubscription, error) {
	return r.statusSubscription(ctx)
}

func (r *releaseNoteResolver) ViewerActions(ctx context.Context, obj *db.ReleaseNote) ([]model.ReleaseNoteAction, error) {
	return actionsAs[model.ReleaseNoteAction](r.Authorizer.ServiceStatusActions(authz.FromContext(ctx))), nil
}

func (r *serviceIncidentResolver) Updates(ctx context.Context, obj *db.ServiceIncident) ([]*db.ServiceIncidentNews, error) {
	return r.incidentNews(ctx, obj)
}

func (r *serviceIncidentResolver) ViewerActions(ctx context.Context, obj *db.ServiceIncident) ([]model.ServiceIncidentAction, error) {
	return actionsAs[model.ServiceIncidentAction](r.Authorizer.ServiceStatusActions(authz.FromContext(ctx))), nil
}

func (r *serviceIncidentNewsResolver) Status(ctx context.Context, obj *db.ServiceIncidentNews) (serviceincident.Status, error) {
	return serviceincident.Status(obj.Status), nil
}

func (r *Resolver) ReleaseNote() generated.ReleaseNoteResolver { return &releaseNoteResolver{r} }

func (r *Resolver) ServiceIncident() generated.ServiceIncidentResolver {
	return &serviceIncidentResolver{r}
}

func (r *Resolver) ServiceIncidentNews() generated.ServiceIncidentNewsResolver {
	return &serviceIncidentNewsResolver{r}
}

type (
	releaseNoteResolver         struct{ *Resolver }
	serviceIncidentResolver     struct{ *Resolver }
	serviceIncidentNewsResolver struct{ *Resolver }
)
