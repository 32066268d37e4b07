import { manifest } from 'virtual:recall/deck';
import type { APIRoute } from 'astro';
import { packManifest } from '../format/packed-manifest.ts';

/** Every card of the site, without its text. */
export const GET: APIRoute = () => Response.json(packManifest(manifest));
