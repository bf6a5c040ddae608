// The example of the favourites API's documentation, by a client of HAL that knows the root and a token, and nothing else of the server.
import { Client } from 'ketting';

const [root, token] = process.argv.slice(2);
const api = new Client(root);
api.use((request, next) => {
  request.headers.set('X-Access-Token', token);
  return next(request);
});

// retrieve current user
const currentUser = await (await api.follow('current_user')).get();

// fetch the user's default collection
const collection = await api
  .follow('collections', { user_id: currentUser.data.id, default: true, private: true })
  .follow('collections');

// add an artwork to the collection
const artwork = await (await api.follow('artworks').follow('artworks')).get();
const items = await collection.follow('collection_items');
const added = await items.post({ data: { artwork_id: artwork.data.id } });

// it is there
const listed = await (await items.refresh(), items).followAll('collection_items');
const rows = await Promise.all(listed.map(async (item) => {
  const state = await item.get();
  const there = await (await item.follow('artwork')).get();
  return { id: state.data.id, position: state.data.position, artwork: there.data.id };
}));
const saved = await (await collection.follow('artworks')).followAll('artworks');
const artworks = await Promise.all(saved.map(async (one) => (await one.get()).data.id));

console.log(JSON.stringify({ user: currentUser.data.id, collection: (await collection.get()).data, artwork: artwork.data.id, added: added.data.id, items: rows, artworks }));
